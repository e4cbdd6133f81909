import SQLite

/// The centre's own tables: never synced, and written by commands even while it serves.
enum CentreSchema {
  /// The room's name for its ledger of migrations.
  static let owner = "syncserver"

  static let migrations = [
    Migration(
      identifier: "0001 settings, accounts and enrolment codes",
      sql: """
        -- What `init` settled: the place, the host names of the certificate.
        CREATE TABLE centre_setting (
          key TEXT NOT NULL PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Who may sign in to the pages. password: Argon2id with its salt and cost.
        -- changed: the password's time; sign-ins from before it are over.
        CREATE TABLE account (
          name TEXT NOT NULL PRIMARY KEY,
          role TEXT NOT NULL,
          password TEXT NOT NULL,
          created INTEGER NOT NULL,
          changed INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Codes that let a laptop in, as the keys derived from them. The code itself is kept
        -- nowhere. used, replica, public_key: the laptop that came with it, NULL until then.
        CREATE TABLE enrolment_code (
          id INTEGER PRIMARY KEY,
          derived_key BLOB NOT NULL,
          label TEXT NOT NULL,
          member INTEGER,
          team INTEGER,
          issued INTEGER NOT NULL,
          expires INTEGER NOT NULL,
          used INTEGER,
          replica INTEGER,
          public_key BLOB
        ) STRICT;
        """),
    Migration(
      identifier: "0002 laptops in the place of others",
      sql: """
        -- Laptops that report no more, and which took their place.
        CREATE TABLE laptop_replacement (
          replica INTEGER PRIMARY KEY,
          successor INTEGER NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;

        -- Whose place the laptop of a code will take; NULL for nobody's.
        ALTER TABLE enrolment_code ADD COLUMN replaces INTEGER;
        """),
    Migration(
      identifier: "0003 reset codes",
      sql: """
        -- Codes that open a laptop whose password was forgotten: for which laptop and local day
        -- since 1970, when, and which member gave it; NULL where nobody was named. The code itself
        -- is kept nowhere.
        CREATE TABLE reset_code (
          id INTEGER PRIMARY KEY,
          replica INTEGER NOT NULL,
          day INTEGER NOT NULL,
          given INTEGER NOT NULL,
          giver INTEGER
        ) STRICT;
        """),
    Migration(
      identifier: "0004 rights of accounts and the audit log",
      sql: """
        -- Who may sign in to the pages. roles: names with commas. unit: the national code that
        -- coordinators and trainers are kept to; team, member: rows. password: Argon2id with its
        -- salt and cost. changed: the password's time; sign-ins from before it are over.
        -- must_choose: whether somebody else knows it. failures: wrong tries one after another.
        CREATE TABLE account_with_rights (
          name TEXT NOT NULL PRIMARY KEY,
          roles TEXT NOT NULL,
          unit TEXT,
          team INTEGER,
          member INTEGER,
          password TEXT NOT NULL,
          must_choose INTEGER NOT NULL,
          created INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          failures INTEGER NOT NULL,
          locked INTEGER,
          closed INTEGER
        ) STRICT, WITHOUT ROWID;
        -- Whoever was a coordinator could do everything: the first of them now sees to accounts too.
        INSERT INTO account_with_rights
          (name, roles, password, must_choose, created, changed, failures)
        SELECT name,
          CASE WHEN role = 'coordinator' AND name = (
            SELECT name FROM account WHERE role = 'coordinator' ORDER BY created, name LIMIT 1)
          THEN 'coordinator,administrator' ELSE role END,
          password, 0, created, changed, 0
        FROM account;
        DROP TABLE account;
        ALTER TABLE account_with_rights RENAME TO account;

        -- Who saw, exported, changed what. account: NULL for whoever works on the machine itself.
        -- hash: BLAKE2b of the hash before and this line.
        CREATE TABLE audit (
          number INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          account TEXT,
          act TEXT NOT NULL,
          subject TEXT NOT NULL,
          detail TEXT NOT NULL,
          hash BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
          BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
          BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        """),
    Migration(
      identifier: "0005 tokens of programs",
      sql: """
        -- What programs show to read numbers. digest: BLAKE2b of the token, which is kept nowhere.
        -- used: when it was last seen, to the hour. roles, unit, team, member: as of accounts.
        CREATE TABLE program_token (
          name TEXT NOT NULL PRIMARY KEY,
          digest BLOB NOT NULL UNIQUE,
          roles TEXT NOT NULL,
          unit TEXT,
          team INTEGER,
          member INTEGER,
          created INTEGER NOT NULL,
          used INTEGER,
          closed INTEGER
        ) STRICT, WITHOUT ROWID;
        """),
    Migration(
      identifier: "0006 approvals of visits",
      sql: """
        -- Visits that a coordinator found right. state: how the visit stood, to tell whether it was
        -- written to since. act: what was found right by one press, for the way back.
        CREATE TABLE visit_approval (
          visit INTEGER PRIMARY KEY,
          state TEXT NOT NULL,
          account TEXT NOT NULL,
          at INTEGER NOT NULL,
          act INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX visit_approval_act ON visit_approval (act);
        """),
    Migration(
      identifier: "0007 samples of assists",
      sql: """
        -- Samples that trainers drew. from_day, to_day: local days since 1970. unit: the national
        -- code that the account was kept to, NULL for the whole centre.
        CREATE TABLE sample (
          id INTEGER PRIMARY KEY,
          seed INTEGER NOT NULL,
          per_member INTEGER NOT NULL,
          from_day INTEGER NOT NULL,
          to_day INTEGER NOT NULL,
          unit TEXT,
          account TEXT NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;

        -- What was drawn, in its order, with the member for whom.
        CREATE TABLE sample_line (
          sample INTEGER NOT NULL,
          place INTEGER NOT NULL,
          assist INTEGER NOT NULL,
          member INTEGER NOT NULL,
          PRIMARY KEY (sample, place)
        ) STRICT, WITHOUT ROWID;

        -- What was found of a line; the last one holds, and those before it stay.
        CREATE TABLE sample_finding (
          id INTEGER PRIMARY KEY,
          sample INTEGER NOT NULL,
          place INTEGER NOT NULL,
          verdict TEXT NOT NULL,
          note TEXT NOT NULL,
          account TEXT NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sample_finding_of ON sample_finding (sample, id);
        CREATE TRIGGER sample_finding_is_never_changed BEFORE UPDATE ON sample_finding
          BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;
        CREATE TRIGGER sample_finding_is_never_dropped BEFORE DELETE ON sample_finding
          BEGIN SELECT RAISE(ABORT, 'findings are append-only'); END;
        """),
    Migration(
      identifier: "0008 comments on records",
      sql: """
        -- What trainers and coordinators said of visits and assists. code, scope: of the record.
        -- task: the row by which its author's laptop has it, NULL for one to the coordinator.
        CREATE TABLE comment (
          id INTEGER PRIMARY KEY,
          code TEXT NOT NULL,
          scope INTEGER NOT NULL,
          task INTEGER,
          text TEXT NOT NULL,
          account TEXT NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;

        -- What coordinators answered; the last one holds, and those before it stay.
        CREATE TABLE comment_answer (
          id INTEGER PRIMARY KEY,
          comment INTEGER NOT NULL,
          text TEXT NOT NULL,
          account TEXT NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX comment_answer_of ON comment_answer (comment, id);
        """),
    Migration(
      identifier: "0009 who answers feedback",
      sql: """
        -- Who is to answer a piece of feedback, in words; the last one holds, and those before it stay.
        CREATE TABLE feedback_duty (
          id INTEGER PRIMARY KEY,
          feedback INTEGER NOT NULL,
          who TEXT NOT NULL,
          account TEXT,
          at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX feedback_duty_of ON feedback_duty (feedback, id);
        """),
    Migration(
      identifier: "0010 rulings on double assists",
      sql: """
        -- What was said of two assists that may be one: the smaller row first. kept: the one that
        -- counts on where they are one, NULL where they are two or it was taken back. ruling: one, two,
        -- open. The last one holds, and those before it stay.
        CREATE TABLE assist_ruling (
          id INTEGER PRIMARY KEY,
          one INTEGER NOT NULL,
          other INTEGER NOT NULL,
          ruling TEXT NOT NULL,
          kept INTEGER,
          account TEXT,
          at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX assist_ruling_of ON assist_ruling (one, other, id);
        """),
    Migration(
      identifier: "0011 changes of team to come",
      sql: """
        -- Members who change their team on a day that was to come when it was said. day: local days
        -- since 1970. laptops: their numbers, with blanks between. account: NULL for the machine's
        -- keeper.
        CREATE TABLE team_change (
          id INTEGER PRIMARY KEY,
          member INTEGER NOT NULL,
          team INTEGER NOT NULL,
          day INTEGER NOT NULL,
          laptops TEXT NOT NULL,
          account TEXT,
          at INTEGER NOT NULL
        ) STRICT;

        -- How one ended: done, replaced, taken-back, impossible. One without a line waits.
        CREATE TABLE team_change_end (
          change INTEGER PRIMARY KEY,
          ending TEXT NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;
        """),
    Migration(
      identifier: "0012 when work came in",
      sql: """
        -- Of each visit: when the last batch that wrote to it or to an assist of it came (milliseconds
        -- since 1970; of what the centre wrote itself, when the last one before came), and how it
        -- stands with the coordinators: 0 nobody found it right, 1 somebody did, 2 somebody did and it
        -- may have been written to since.
        CREATE TABLE visit_arrival (
          visit INTEGER PRIMARY KEY,
          arrived INTEGER NOT NULL,
          approval INTEGER NOT NULL
        ) STRICT;
        INSERT INTO visit_arrival
        SELECT v.rid,
          coalesce(
            (SELECT b.received FROM batch AS b
             WHERE b.replica = v.rid >> 39 AND b.session = (v.rid >> 19) & 0xFFFFF
               AND b.last_counter >= v.rid & 0x7FFFF ORDER BY b.last_counter LIMIT 1),
            v.time, 0),
          CASE WHEN a.visit IS NULL THEN 0
            WHEN EXISTS (SELECT 1 FROM batch AS b WHERE b.scope = v.scope AND b.received >= a.at)
              OR EXISTS (SELECT 1 FROM outbox AS o WHERE o.scope = v.scope) THEN 2
            ELSE 1 END
        FROM visit AS v LEFT JOIN visit_approval AS a ON a.visit = v.rid;
        CREATE INDEX visit_arrival_arrived ON visit_arrival (arrived);
        CREATE INDEX visit_arrival_waiting ON visit_arrival (arrived) WHERE approval <> 1;
        CREATE INDEX visit_arrival_changed ON visit_arrival (visit) WHERE approval = 2;

        CREATE TRIGGER visit_arrives AFTER INSERT ON visit BEGIN
          INSERT OR REPLACE INTO visit_arrival VALUES (
            NEW.rid,
            coalesce((SELECT received FROM batch ORDER BY position DESC LIMIT 1), NEW.time, 0),
            iif(EXISTS (SELECT 1 FROM visit_approval WHERE visit = NEW.rid), 2, 0));
        END;
        CREATE TRIGGER visit_is_written_to AFTER UPDATE ON visit
        WHEN NEW.overrides IS NOT OLD.overrides OR NEW.more IS NOT OLD.more BEGIN
          UPDATE visit_arrival SET
            arrived = max(
              arrived, coalesce((SELECT received FROM batch ORDER BY position DESC LIMIT 1), 0)),
            approval = iif(approval = 1, 2, approval)
          WHERE visit = NEW.rid;
        END;
        CREATE TRIGGER assist_arrives AFTER INSERT ON assist BEGIN
          UPDATE visit_arrival SET
            arrived = max(
              arrived, coalesce((SELECT received FROM batch ORDER BY position DESC LIMIT 1), 0)),
            approval = iif(approval = 1, 2, approval)
          WHERE visit = NEW.visit AND (approval = 1
            OR arrived < (SELECT received FROM batch ORDER BY position DESC LIMIT 1));
        END;
        -- An assist may be taken to another visit: both are other ones then.
        CREATE TRIGGER assist_is_written_to AFTER UPDATE ON assist
        WHEN NEW.overrides IS NOT OLD.overrides OR NEW.more IS NOT OLD.more BEGIN
          UPDATE visit_arrival SET
            arrived = max(
              arrived, coalesce((SELECT received FROM batch ORDER BY position DESC LIMIT 1), 0)),
            approval = iif(approval = 1, 2, approval)
          WHERE visit IN (NEW.visit, OLD.visit);
        END;
        -- Elements of sets stand there and not in their rows (tables 18 and 19: visits and assists).
        CREATE TRIGGER visit_gains_element AFTER INSERT ON head WHEN NEW.table_id IN (18, 19) BEGIN
          UPDATE visit_arrival SET
            arrived = max(
              arrived, coalesce((SELECT received FROM batch ORDER BY position DESC LIMIT 1), 0)),
            approval = iif(approval = 1, 2, approval)
          WHERE visit = iif(
              NEW.table_id = 18, NEW.row, (SELECT visit FROM assist WHERE rid = NEW.row))
            AND (approval = 1
              OR arrived < (SELECT received FROM batch ORDER BY position DESC LIMIT 1));
        END;
        CREATE TRIGGER visit_loses_element AFTER DELETE ON head
        WHEN OLD.table_id IN (18, 19) BEGIN
          UPDATE visit_arrival SET approval = 2
          WHERE approval = 1 AND visit = iif(
            OLD.table_id = 18, OLD.row, (SELECT visit FROM assist WHERE rid = OLD.row));
        END;
        CREATE TRIGGER visit_leaves AFTER DELETE ON visit BEGIN
          DELETE FROM visit_arrival WHERE visit = OLD.rid;
        END;
        CREATE TRIGGER visit_is_found_right AFTER INSERT ON visit_approval BEGIN
          UPDATE visit_arrival SET approval = 1 WHERE visit = NEW.visit;
        END;
        CREATE TRIGGER visit_is_found_right_no_more AFTER DELETE ON visit_approval BEGIN
          UPDATE visit_arrival SET approval = 0 WHERE visit = OLD.visit;
        END;
        """),
    CourierSchema.migration,
  ]
}
