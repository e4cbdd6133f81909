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
  ]
}
