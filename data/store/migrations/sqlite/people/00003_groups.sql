-- Members of a group are counted without looking at each of them: of large groups that took longer than everything else
-- in the editor of a volunteer.

-- +goose Up
DROP INDEX volunteers_group;
CREATE INDEX volunteers_group ON volunteers (group_id, status) WHERE group_id IS NOT NULL;
