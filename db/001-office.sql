-- SPDX-License-Identifier: GPL-3.0-or-later
-- The office file, version 1.
--
-- Every figure is an exact integer. Numbers and percents are packed: their digits, and a last digit
-- that says how many of them are decimals (40 is 4, 23502 is 23.50, 629417 is 0.0062941). Dates are
-- days since 1 January 1970. A list of either is text, blank-separated («19722 19800»). A text that
-- is absent is '', a figure that is absent is NULL.
--
-- The program runs these files in memory, compares each table, index and trigger that it finds in an
-- office file with what comes of them, and refuses what differs. So a version that has been published
-- is never edited: a change is another file with the next number.

PRAGMA application_id = 0x4F524A4E; -- "ORJN"; the version is user_version, set by the program

-- Offices. Row 1 is the office whose file this is; the others are its subordinates.
CREATE TABLE office (
    id INTEGER PRIMARY KEY,
    parent INTEGER REFERENCES office(id)
) STRICT;
INSERT INTO office(id) VALUES (1);

-- Particulars of an office: name, family, level, the year and quarter in hand and so on.
CREATE TABLE setting (
    office INTEGER NOT NULL REFERENCES office(id),
    key TEXT NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (office, key)
) WITHOUT ROWID, STRICT;

-- Action plans, one row for each plan and fiscal year (named by the year in which it starts).
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 9999),
    full_marks INTEGER,
    apa_marks INTEGER,            -- the plan's part of them
    share_marks INTEGER,          -- what the plans of its share have together
    place INTEGER NOT NULL CHECK (place >= 0), -- in which order the plans are handed in, from 1;
                                  -- 0: not said, behind the others
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)), -- 1: it is there for the journal alone
    name TEXT NOT NULL CHECK (name <> ''),
    family TEXT NOT NULL,
    title TEXT NOT NULL,
    short_name TEXT NOT NULL,     -- on sheets, tabs and in lists
    source TEXT NOT NULL,
    layout TEXT NOT NULL,
    share TEXT NOT NULL,          -- the group of plans whose marks are added up; '' is none
    scale TEXT NOT NULL,          -- as in a template; '' is the usual one of 100 to 60
    UNIQUE (fiscal_year, name)
) STRICT;

-- Indicators. One that a newer template no longer has keeps its row, so that the journal can still
-- name it, without a position. Ids are never used twice.
CREATE TABLE indicator (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan INTEGER NOT NULL REFERENCES plan(id),
    position INTEGER CHECK (position >= 0), -- its place in the plan, from 0
    weight INTEGER,
    area_marks INTEGER,
    target_count INTEGER,
    plausible INTEGER,            -- times its target that a figure is believed unasked
    kind TEXT NOT NULL,           -- the words of the templates
    method TEXT NOT NULL,
    rule TEXT NOT NULL,
    no_case TEXT NOT NULL,
    direction TEXT NOT NULL,
    code TEXT NOT NULL CHECK (code <> ''),
    text TEXT NOT NULL,
    area TEXT NOT NULL,
    activity_code TEXT NOT NULL,
    activity TEXT NOT NULL,
    evidence TEXT NOT NULL,
    responsible TEXT NOT NULL,
    unit TEXT NOT NULL,
    method_label TEXT NOT NULL,
    alternative_of TEXT NOT NULL, -- code of the row for which this one can stand in
    note TEXT NOT NULL,
    components TEXT NOT NULL,     -- list of amounts that add up to target_count
    UNIQUE (plan, code)
) STRICT;

-- Targets as installed. Slots 0 to 8 are the grades of the plan's scale (0 is the target itself), 9
-- to 12 the quarters; from 13 the baseline, what was done the year before last and last year, and two
-- projections.
CREATE TABLE target (
    indicator INTEGER NOT NULL REFERENCES indicator(id),
    slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 17),
    value INTEGER NOT NULL,       -- number, percent, date, or how many dated items
    dates TEXT NOT NULL,          -- list of the items' due dates
    PRIMARY KEY (indicator, slot)
) WITHOUT ROWID, STRICT;

-- What this office has changed in the targets for itself, in the words of a template: laid over what
-- was installed whenever the plan is loaded.
CREATE TABLE target_change (
    indicator INTEGER NOT NULL REFERENCES indicator(id),
    column TEXT NOT NULL,         -- name of the template's column
    text TEXT NOT NULL,           -- its cell; '' clears the column
    PRIMARY KEY (indicator, column)
) WITHOUT ROWID, STRICT;

-- Layouts of this office's own, byte for byte as their files are (docs/layouts.md).
CREATE TABLE layout (
    name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65536)
) STRICT;

-- Records: people, meetings and all that hangs on them. What kinds there are and what fields they
-- have stands in include/orjon/domain/record.h. A record is there as long as it has a field; its row
-- stays for the journal, and for whoever takes back that it was removed.
CREATE TABLE record (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parent INTEGER REFERENCES record(id) CHECK (parent <> id), -- the record that it belongs to
    kind TEXT NOT NULL CHECK (kind <> '')
) STRICT;
CREATE INDEX record_of_kind ON record(kind, parent);
CREATE INDEX record_of_parent ON record(parent) WHERE parent IS NOT NULL;

CREATE TABLE field (
    record INTEGER NOT NULL REFERENCES record(id),
    named INTEGER REFERENCES record(id), -- the record that the value names, where it names one
    name TEXT NOT NULL CHECK (name <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    CHECK (named IS NULL OR value = CAST(named AS TEXT)),
    PRIMARY KEY (record, name)
) WITHOUT ROWID, STRICT;
CREATE INDEX field_of_named ON field(named) WHERE named IS NOT NULL;

-- The journal: every change, in order. It is only ever added to, without a gap, and keeps every
-- figure a second time, so that a figure spoilt on the disk is noticed. Each row is chained to the
-- one before by its hash, so that a row changed afterwards is noticed.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL CHECK (batch BETWEEN 1 AND seq), -- first row of its transaction
    undoes INTEGER REFERENCES journal(seq) CHECK (undoes < seq), -- the row taken back, or done again
    office INTEGER REFERENCES office(id),
    plan INTEGER REFERENCES plan(id),
    indicator INTEGER REFERENCES indicator(id),
    quarter INTEGER CHECK (quarter BETWEEN 1 AND 4),
    old_state INTEGER CHECK (old_state BETWEEN 0 AND 5),
    new_state INTEGER CHECK (new_state BETWEEN 0 AND 5),
    value INTEGER,                -- the new figure as it was read, see figure
    count INTEGER,
    denominator INTEGER,
    dates TEXT,
    notes INTEGER,
    what TEXT NOT NULL CHECK (what <> ''), -- figure, setting, target …
    at TEXT NOT NULL,             -- 2024-10-07T11:32:05Z by the machine's clock
    who TEXT NOT NULL,            -- user of the machine
    host TEXT NOT NULL,           -- name of the machine
    via TEXT NOT NULL,            -- the command, or the screen
    name TEXT NOT NULL,           -- key of a setting, column of a target, family of a plan, field
    old_text TEXT NOT NULL,       -- as typed
    new_text TEXT NOT NULL,
    old_remark TEXT NOT NULL,
    new_remark TEXT NOT NULL,
    reason TEXT NOT NULL,
    compared INTEGER,             -- of a comparison: how many figures or rows,
    agreed INTEGER,               -- and how many of them were the same
    digest TEXT NOT NULL,         -- SHA-256 of the plan, layout, secret or signed paper then
    record INTEGER REFERENCES record(id),
    hash BLOB NOT NULL CHECK (length(hash) = 32) -- SHA-256 of the hash before and of this row
) STRICT;
-- With new_state, so that the newest row of every figure is found without a look at the rows.
CREATE INDEX journal_of_figure ON journal(indicator, office, quarter, new_state)
    WHERE indicator IS NOT NULL;

CREATE INDEX journal_of_target ON journal(indicator)
    WHERE indicator IS NOT NULL AND quarter IS NULL;
-- What is asked for by plan (its answers, its seals) or by kind: few rows among the many of figures.
-- A question names the condition word for word, or SQLite does not see that the index will do.
CREATE INDEX journal_of_plan ON journal(plan) WHERE plan IS NOT NULL;
CREATE INDEX journal_of_what ON journal(what) WHERE what <> 'figure';

CREATE INDEX journal_of_record ON journal(record, name) WHERE record IS NOT NULL;
CREATE INDEX journal_of_records ON journal(what) WHERE record IS NOT NULL; -- the newest of a kind

-- The few rows from which the number of the next revision comes.
CREATE INDEX journal_of_seals ON journal(seq)
    WHERE what IN ('seal', 'reopen', 'restore', 'gone');

CREATE INDEX journal_of_undo ON journal(undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER journal_follows BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN
    SELECT raise(ABORT, 'orjon: the journal is only added to');
END;
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
BEGIN
    SELECT raise(ABORT, 'orjon: the journal is only added to');
END;
CREATE TRIGGER journal_remains BEFORE DELETE ON journal
BEGIN
    SELECT raise(ABORT, 'orjon: the journal is only added to');
END;

-- Figures: what an office achieved for an indicator in a quarter, as read and as typed. Numeric
-- columns come first and small ones are 0 or 1 wherever they can, so that scoring millions reads
-- few bytes. A figure that is empty and has no remark has no row.
CREATE TABLE figure (
    office INTEGER NOT NULL REFERENCES office(id),
    indicator INTEGER NOT NULL REFERENCES indicator(id),
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 5), -- 0 empty, 1 value, 2 none (a dash),
                                  -- 3 not due, 4 no case, 5 not applicable
    more INTEGER NOT NULL,        -- 1: count, denominator or dates say more than value; a pass over
                                  -- all figures need not look at them where it is 0
    value INTEGER,                -- number or percent
    count INTEGER,                -- beside or in place of a percent
    denominator INTEGER,          -- of how many
    dates TEXT,                   -- list, NULL when there is none
    notes INTEGER NOT NULL,       -- bits: what was odd about the text
    seq INTEGER NOT NULL REFERENCES journal(seq), -- the journal's row that wrote it
    typed TEXT NOT NULL,
    remark TEXT NOT NULL,
    CHECK (more = (count IS NOT NULL OR denominator IS NOT NULL OR dates IS NOT NULL)),
    CHECK (state <> 0 OR typed = '' AND remark <> '' AND value IS NULL AND NOT more),
    PRIMARY KEY (office, indicator, quarter)
) WITHOUT ROWID, STRICT;

-- Finalised quarters. Its return prints the figures up to its quarter, so while it is locked they
-- cannot change; its plan cannot change any more, even when the quarter was opened again.
CREATE TABLE seal (
    office INTEGER NOT NULL REFERENCES office(id),
    plan INTEGER NOT NULL REFERENCES plan(id),
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
    revision INTEGER NOT NULL CHECK (revision >= 0), -- 0 the first, then one more each time opened,
                                  -- or more where another file was replaced that had more
    hash TEXT NOT NULL CHECK (length(hash) = locked * 64), -- SHA-256 of the return as finalised
    seq INTEGER NOT NULL REFERENCES journal(seq), -- who did it and when
    PRIMARY KEY (office, plan, quarter)
) WITHOUT ROWID, STRICT;

CREATE TRIGGER seal_follows BEFORE UPDATE ON seal
WHEN NEW.locked = OLD.locked OR NEW.seq <= OLD.seq OR NEW.revision < OLD.revision + OLD.locked
BEGIN
    SELECT raise(ABORT, 'orjon: sealed');
END;
CREATE TRIGGER seal_remains BEFORE DELETE ON seal
BEGIN
    SELECT raise(ABORT, 'orjon: sealed');
END;
CREATE TRIGGER figure_insert_sealed BEFORE INSERT ON figure
WHEN EXISTS (SELECT 1 FROM seal WHERE office = NEW.office AND quarter >= NEW.quarter AND locked
             AND plan = (SELECT plan FROM indicator WHERE id = NEW.indicator))
BEGIN
    SELECT raise(ABORT, 'orjon: sealed');
END;
CREATE TRIGGER figure_update_sealed BEFORE UPDATE ON figure
WHEN EXISTS (SELECT 1 FROM seal WHERE office = OLD.office AND quarter >= OLD.quarter AND locked
             AND plan = (SELECT plan FROM indicator WHERE id = OLD.indicator))
BEGIN
    SELECT raise(ABORT, 'orjon: sealed');
END;
CREATE TRIGGER figure_delete_sealed BEFORE DELETE ON figure
WHEN EXISTS (SELECT 1 FROM seal WHERE office = OLD.office AND quarter >= OLD.quarter AND locked
             AND plan = (SELECT plan FROM indicator WHERE id = OLD.indicator))
BEGIN
    SELECT raise(ABORT, 'orjon: sealed');
END;

-- Papers as they were finalised, in pieces of 64 KB: each one that was ever signed, also of quarters
-- that were opened again. Only ever added to, as the journal is.
CREATE TABLE paper (
    seq INTEGER NOT NULL REFERENCES journal(seq), -- the row that tells of the seal; its new_remark
                                  -- is the SHA-256 of the paper
    piece INTEGER NOT NULL CHECK (piece >= 0), -- from 0
    bytes BLOB NOT NULL CHECK (length(bytes) > 0), -- src/report/archive.c
    PRIMARY KEY (seq, piece)
) STRICT;
CREATE TRIGGER paper_stays BEFORE UPDATE ON paper
BEGIN
    SELECT raise(ABORT, 'orjon: sealed');
END;
CREATE TRIGGER paper_remains BEFORE DELETE ON paper
BEGIN
    SELECT raise(ABORT, 'orjon: sealed');
END;

-- Queries of the check that were answered. An answer holds as long as the figure it is about is not
-- changed.
CREATE TABLE answer (
    office INTEGER NOT NULL REFERENCES office(id),
    plan INTEGER NOT NULL REFERENCES plan(id),
    indicator TEXT NOT NULL,      -- its code; '' for the plan
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 0 AND 4), -- 0 for the target or the plan
    code TEXT NOT NULL CHECK (code <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    seq INTEGER NOT NULL REFERENCES journal(seq),
    PRIMARY KEY (office, plan, indicator, quarter, code)
) WITHOUT ROWID, STRICT;

-- What other offices have sent. Offices are records; their plans are kept as the templates with which
-- they came, targets included, once for all who have the same.
CREATE TABLE template (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64), -- SHA-256 of the bytes
    family TEXT NOT NULL,         -- as the bytes have it
    bytes BLOB NOT NULL CHECK (length(bytes) > 0)
) STRICT;

-- One plan of a quarter as it came in a bundle. The bundle itself lies among the papers, under the
-- journal's row. Of those of one office, year, plan and quarter one is in force; the others were
-- replaced by it, or taken back.
CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    office INTEGER NOT NULL REFERENCES record(id),
    template INTEGER NOT NULL REFERENCES template(id),
    seq INTEGER NOT NULL REFERENCES journal(seq),
    verdict_seq INTEGER REFERENCES journal(seq),
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 9999),
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    revision INTEGER NOT NULL CHECK (revision >= 0),
    day INTEGER NOT NULL,         -- on which it came; the first one decides whether it was late
    in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
    verdict INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 2), -- 0 none, 1 accepted, 2 returned
    verdict_day INTEGER,
    plan TEXT NOT NULL CHECK (plan <> ''),
    seal TEXT NOT NULL,           -- SHA-256 of the return; '' for one that was typed from paper
    CHECK ((verdict = 0) = (verdict_seq IS NULL) AND (verdict = 0) = (verdict_day IS NULL))
) STRICT;
CREATE UNIQUE INDEX receipt_in_force ON receipt(fiscal_year, plan, quarter, office) WHERE in_force;
-- All that came for a quarter, office by office.
CREATE INDEX receipt_of_quarter ON receipt(fiscal_year, quarter, office, plan) WHERE in_force;
-- With what tells on which day the first came; of the few that were replaced once more, so that
-- whoever looks for those before the one in force seldom finds any.
CREATE INDEX receipt_of_office ON receipt(office, fiscal_year, plan, quarter, seq, day);
CREATE INDEX receipt_replaced ON receipt(office, fiscal_year, plan, quarter, seq, day)
    WHERE NOT in_force;
CREATE INDEX receipt_of_seq ON receipt(seq);
CREATE INDEX receipt_of_template ON receipt(fiscal_year, plan, template, office, in_force) WHERE in_force;

-- Its figures, as those of the office's own in figure. The place is that of the indicator in the
-- template, from 0.
CREATE TABLE received (
    receipt INTEGER NOT NULL REFERENCES receipt(id),
    place INTEGER NOT NULL CHECK (place >= 0),
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 5),
    more INTEGER NOT NULL,
    value INTEGER,
    count INTEGER,
    denominator INTEGER,
    dates TEXT,
    notes INTEGER NOT NULL,
    typed TEXT NOT NULL,
    remark TEXT NOT NULL,
    CHECK (more = (count IS NOT NULL OR denominator IS NOT NULL OR dates IS NOT NULL)),
    PRIMARY KEY (receipt, place, quarter)
) WITHOUT ROWID, STRICT;

-- What a reviewer says of an indicator of an office in a quarter. It outlives the next revision.
CREATE TABLE mark (
    office INTEGER NOT NULL REFERENCES record(id),
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1900 AND 9999),
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    mark INTEGER NOT NULL CHECK (mark BETWEEN 0 AND 2), -- 0 not stated, 1 yes, 2 no
    follow_up INTEGER NOT NULL CHECK (follow_up IN (0, 1)),
    marks INTEGER,                -- the evaluator's, packed
    seq INTEGER NOT NULL REFERENCES journal(seq),
    plan TEXT NOT NULL CHECK (plan <> ''),
    code TEXT NOT NULL CHECK (code <> ''), -- of the indicator
    remark TEXT NOT NULL,
    CHECK (mark <> 0 OR follow_up OR marks IS NOT NULL OR remark <> ''),
    PRIMARY KEY (fiscal_year, plan, quarter, office, code)
) WITHOUT ROWID, STRICT;
CREATE INDEX mark_followed ON mark(fiscal_year, quarter) WHERE follow_up;
