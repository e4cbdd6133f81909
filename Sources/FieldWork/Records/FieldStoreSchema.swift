import SQLite

/// The indexes of this room on synced tables. Steps are append-only.
enum FieldStoreSchema {
  static let migrations = [
    Migration(
      identifier: "0001 record codes and references",
      sql: """
        CREATE INDEX fieldwork_place_number ON place (number);
        CREATE INDEX fieldwork_team_number ON team (number);
        CREATE INDEX fieldwork_member_number ON member (number);
        CREATE INDEX fieldwork_household_number ON household (number);
        CREATE INDEX fieldwork_resident_number ON resident (number);
        CREATE INDEX fieldwork_visit_number ON visit (number);
        CREATE INDEX fieldwork_assist_number ON assist (number);
        CREATE INDEX fieldwork_submission_number ON submission (number);

        CREATE INDEX fieldwork_household_place ON household (place);
        CREATE INDEX fieldwork_resident_household ON resident (household);
        CREATE INDEX fieldwork_resident_id ON resident (id_hash) WHERE id_hash IS NOT NULL;
        CREATE INDEX fieldwork_resident_name ON resident (full_name);
        CREATE INDEX fieldwork_visit_household ON visit (household, date);
        CREATE INDEX fieldwork_visit_date ON visit (date);
        CREATE INDEX fieldwork_assist_visit ON assist (visit);
        CREATE INDEX fieldwork_assist_resident ON assist (resident);
        CREATE INDEX fieldwork_submission_resident ON submission (resident);
        CREATE INDEX fieldwork_submission_assist ON submission (assist);
        CREATE INDEX fieldwork_submission_date ON submission (date);
        CREATE INDEX fieldwork_event_submission ON submission_event (submission);
        """),
    Migration(
      identifier: "0002 sealed columns",
      sql: """
        -- Sealed values have no order that could serve.
        DROP INDEX fieldwork_resident_id;
        DROP INDEX fieldwork_resident_name;
        """),
    Migration(
      identifier: "0003 links",
      sql: """
        -- Halves of edges between residents and between households.
        CREATE INDEX fieldwork_links ON head (table_id, row) WHERE field = 115;
        """),
    Migration(
      identifier: "0004 link ends",
      sql: """
        -- The halves that name a row as their other end.
        CREATE INDEX fieldwork_link_ends ON head (table_id, substr(value, 2)) WHERE field = 115;
        """),
    Migration(
      identifier: "0005 records of the registry's second version",
      sql: """
        CREATE INDEX fieldwork_consent_number ON consent (number);
        CREATE INDEX fieldwork_session_number ON session (number);
        CREATE INDEX fieldwork_tally_number ON tally (number);
        CREATE INDEX fieldwork_observation_number ON observation (number);
        CREATE INDEX fieldwork_feedback_number ON feedback (number);
        CREATE INDEX fieldwork_task_number ON task (number);
        CREATE INDEX fieldwork_difficulty_number ON difficulty (number);
        CREATE INDEX fieldwork_attendance_number ON attendance (number);
        CREATE INDEX fieldwork_device_number ON device (number);
        CREATE INDEX fieldwork_campaign_number ON campaign (number);

        CREATE INDEX fieldwork_consent_resident ON consent (resident);
        CREATE INDEX fieldwork_session_date ON session (date);
        CREATE INDEX fieldwork_tally_session ON tally (session);
        CREATE INDEX fieldwork_tally_date ON tally (date);
        CREATE INDEX fieldwork_observation_household ON observation (household);
        CREATE INDEX fieldwork_observation_resident ON observation (resident);
        CREATE INDEX fieldwork_feedback_date ON feedback (date);
        CREATE INDEX fieldwork_task_due ON task (due_date);
        CREATE INDEX fieldwork_difficulty_date ON difficulty (date);
        CREATE INDEX fieldwork_attendance_session ON attendance (session);
        CREATE INDEX fieldwork_calendar_day_date ON calendar_day (date);
        CREATE INDEX fieldwork_procedure_version_code ON procedure_version (code);
        """),
    Migration(
      identifier: "0006 counting",
      sql: """
        -- Counting reads a period's visits from this index alone, in one sweep.
        DROP INDEX fieldwork_visit_date;
        CREATE INDEX fieldwork_visit_date ON visit
          (date, team, household, scope, outcome, session, campaign, channel, hidden, void_reason);
        """),
    Migration(
      identifier: "0007 link ends as they are stored",
      sql: """
        -- A stored element begins with the byte of its type: the other end stands two bytes in.
        DROP INDEX fieldwork_link_ends;
        CREATE INDEX fieldwork_link_ends ON head (table_id, substr(value, 3)) WHERE field = 115;
        """),
    Migration(
      identifier: "0008 imports of one file",
      sql: """
        -- Each run of an import here: what one file wrote, cut off or not, is one import.
        CREATE TABLE fieldwork_import_run (
          file BLOB NOT NULL, replica INTEGER NOT NULL, time INTEGER NOT NULL,
          PRIMARY KEY (file, replica, time)
        ) WITHOUT ROWID;
        """),
    Migration(
      identifier: "0009 voided rows",
      sql: """
        -- Every look for conflicts asks for them: few among all that was recorded.
        CREATE INDEX fieldwork_household_voided ON household (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_resident_voided ON resident (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_visit_voided ON visit (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_assist_voided ON assist (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_submission_voided ON submission (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_submission_event_voided ON submission_event (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_consent_voided ON consent (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_session_voided ON session (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_tally_voided ON tally (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_observation_voided ON observation (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_feedback_voided ON feedback (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_task_voided ON task (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_difficulty_voided ON difficulty (hidden) WHERE void_reason IS NOT NULL;
        CREATE INDEX fieldwork_attendance_voided ON attendance (hidden) WHERE void_reason IS NOT NULL;
        """),
    Migration(
      identifier: "0010 records that name others",
      sql: """
        -- Pages of households, visits and dossiers ask for what names them.
        CREATE INDEX fieldwork_consent_household ON consent (household)
          WHERE household IS NOT NULL;
        CREATE INDEX fieldwork_tally_visit ON tally (visit) WHERE visit IS NOT NULL;
        CREATE INDEX fieldwork_feedback_submission ON feedback (submission)
          WHERE submission IS NOT NULL;
        CREATE INDEX fieldwork_feedback_assist ON feedback (assist) WHERE assist IS NOT NULL;
        CREATE INDEX fieldwork_task_household ON task (household) WHERE household IS NOT NULL;
        CREATE INDEX fieldwork_task_resident ON task (resident) WHERE resident IS NOT NULL;
        """),
    Migration(
      identifier: "0011 hidden visits and assists",
      sql: """
        -- Every count of dossiers leaves theirs out: few among all that was recorded.
        CREATE INDEX fieldwork_visit_hidden ON visit (hidden) WHERE hidden IS NOT NULL;
        CREATE INDEX fieldwork_assist_hidden ON assist (hidden) WHERE hidden IS NOT NULL;
        """),
    Migration(
      identifier: "0012 rosters taken in",
      sql: """
        -- The hamlets, teams and members that each import of them made here.
        CREATE TABLE fieldwork_roster_row (
          rid INTEGER PRIMARY KEY, import INTEGER NOT NULL, time INTEGER NOT NULL
        );
        """),
  ]
}
