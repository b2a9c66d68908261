"""What a test meets at its start, the counts of exposure, and finished tutorials."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

UNCOUNTED = "counted_at IS NULL AND finished_at IS NOT NULL"


def upgrade() -> None:
    op.create_table(
        "exposure_count",
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("challenge", sa.String(length=60), nullable=False),
        sa.Column("eligible", sa.Integer(), nullable=False),
        sa.Column("given", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "given >= 0 AND eligible >= 0", name=op.f("ck_exposure_count_counts_positive")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_exposure_count_organization_id_organization"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organization_id", "challenge", name=op.f("pk_exposure_count")),
    )
    op.create_table(
        "finished_tutorial",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("tutorial", sa.String(length=60), nullable=False),
        sa.Column("topic", sa.String(length=60), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
            name=op.f("fk_finished_tutorial_learner_id_learner"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finished_tutorial")),
        sa.UniqueConstraint(
            "learner_id", "tutorial", name=op.f("uq_finished_tutorial_learner_id_tutorial")
        ),
    )
    with op.batch_alter_table("assessment") as table:
        table.add_column(sa.Column("room", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("opening", sa.JSON(), nullable=False, server_default="{}"))
        table.add_column(sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("fit", sa.JSON(), nullable=True))
        table.create_index(op.f("ix_assessment_room"), ["room"])
    op.create_index(
        "ix_assessment_uncounted",
        "assessment",
        ["finished_at"],
        sqlite_where=sa.text(UNCOUNTED),
        postgresql_where=sa.text(UNCOUNTED),
    )


def downgrade() -> None:
    op.drop_index("ix_assessment_uncounted", "assessment")
    with op.batch_alter_table("assessment") as table:
        table.drop_index(op.f("ix_assessment_room"))
        for column in ("fit", "counted_at", "opening", "room"):
            table.drop_column(column)
    op.drop_table("finished_tutorial")
    op.drop_table("exposure_count")
