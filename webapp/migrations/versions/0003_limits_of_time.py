"""How long a test may last, and the extra time of those who need it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("assessment") as table:
        table.add_column(sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("campaign") as table:
        table.add_column(sa.Column("minutes", sa.Integer(), nullable=True))
        table.create_check_constraint(
            op.f("ck_campaign_minutes_known"), "minutes BETWEEN 5 AND 300"
        )
    with op.batch_alter_table("learner") as table:
        table.add_column(sa.Column("extra_time", sa.Integer(), nullable=False, server_default="0"))
        table.create_check_constraint(
            op.f("ck_learner_extra_time_percent"), "extra_time BETWEEN 0 AND 100"
        )


def downgrade() -> None:
    with op.batch_alter_table("learner") as table:
        table.drop_constraint(op.f("ck_learner_extra_time_percent"), type_="check")
        table.drop_column("extra_time")
    with op.batch_alter_table("campaign") as table:
        table.drop_constraint(op.f("ck_campaign_minutes_known"), type_="check")
        table.drop_column("minutes")
    with op.batch_alter_table("assessment") as table:
        table.drop_column("ends_at")
