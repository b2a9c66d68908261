"""What a room was just asked is read from an index alone, whatever the size of its questions."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROOM = "ix_presentation_room"


def upgrade() -> None:
    op.drop_index(ROOM, "presentation")
    columns = ["room", "id", "created_at", "assessment_id", "challenge"]
    op.create_index(ROOM, "presentation", columns)


def downgrade() -> None:
    op.drop_index(ROOM, "presentation")
    op.create_index(ROOM, "presentation", ["room", "id"])
