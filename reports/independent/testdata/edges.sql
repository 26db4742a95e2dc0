-- Records at the borders of the definitions, which an invented centre does not hold by itself. They are planted into
-- October 2026, whose last day is the 31st.

-- 18 on the last day, 18 the day after, 14 on the last day, no birth date; all of them chose to be named
UPDATE volunteers SET birth = '2008-10-31', naming = 'name', consent_third = 1, consent_on = '2026-01-01', consent_until = '' WHERE number = 2;
UPDATE volunteers SET birth = '2008-11-01', naming = 'name', consent_third = 1, consent_on = '2026-01-01', consent_until = '' WHERE number = 4;
UPDATE volunteers SET birth = '2012-10-31', naming = 'name', consent_third = 1, consent_on = '2026-01-01', consent_until = '' WHERE number = 6;
UPDATE volunteers SET birth = '', sex = '', naming = 'name', consent_third = 1, consent_on = '2026-01-01', consent_until = '' WHERE number = 7;
-- named, but the consent has ended, ends today, or names no third parties
UPDATE volunteers SET birth = '1990-05-05', naming = 'name', consent_third = 1, consent_on = '2026-01-01', consent_until = '2026-11-21' WHERE number = 9;
UPDATE volunteers SET birth = '1990-05-05', naming = 'name', consent_third = 1, consent_on = '2026-01-01', consent_until = '2026-11-22' WHERE number = 13;
UPDATE volunteers SET birth = '1990-05-05', naming = 'name', consent_third = 0 WHERE number = 17;
-- accepted on the first and on the last day, and on the days beside them
UPDATE volunteers SET accepted = '2026-10-01' WHERE number = 18;
UPDATE volunteers SET accepted = '2026-10-31' WHERE number = 19;
UPDATE volunteers SET accepted = '2026-09-30' WHERE number = 20;
UPDATE volunteers SET accepted = '2026-11-01' WHERE number = 21;
-- left the day after the last one, and within the period
UPDATE volunteers SET status = 'left', left_reason = 'other', left_on = '2026-11-01' WHERE number = 23;
UPDATE volunteers SET status = 'left', left_reason = 'other', left_on = '2026-10-15' WHERE number = 24;
-- no direction and no form; a coordinator who is not to be mentioned
UPDATE volunteers SET directions = '[]', form = '' WHERE number IN (25, 29);
UPDATE volunteers SET naming = 'none' WHERE coordinator = 1 AND number = (SELECT max(number) FROM volunteers WHERE coordinator = 1);

-- events without a direction, with nobody, and at the last minute of the period
UPDATE events SET direction = '', law_kind = '' WHERE id = (SELECT max(id) FROM events WHERE status = 'held' AND residents = 0 AND start_at LIKE '2026-10%');
UPDATE events SET public_count = 0 WHERE id = (SELECT min(id) FROM events WHERE status = 'held' AND residents = 0 AND start_at LIKE '2026-10%');
UPDATE events SET start_at = '2026-10-31T23:30', end_at = '2026-11-01T01:00' WHERE id = (SELECT min(id) FROM events WHERE status = 'held' AND residents = 0 AND start_at LIKE '2026-09%');
-- hours on the day after their event, beyond the end of the month; the second event has residents present
UPDATE hours SET day = '2026-11-01', start_at = '', end_at = '' WHERE event_id = (SELECT min(id) FROM events WHERE status = 'held' AND residents = 0 AND start_at LIKE '2026-10%');
UPDATE hours SET day = '2026-11-01', start_at = '', end_at = '' WHERE event_id = (SELECT max(id) FROM events WHERE status = 'held' AND residents = 1 AND start_at LIKE '2026-10%');
-- a project without an end, a group that began on the last day
UPDATE projects SET to_on = '' WHERE id = 3;
UPDATE groups SET formed_on = '2026-10-31', ended_on = '' WHERE id = 2;
-- pledged only; a reach that nobody recorded
UPDATE contributions SET pledged_on = day, day = '' WHERE id = (SELECT min(id) FROM contributions WHERE day LIKE '2026-10%' AND kind = 'money');
UPDATE contributions SET reach = NULL WHERE id = (SELECT min(id) FROM contributions WHERE kind = 'information' AND day > '2026-07');
