#!/usr/bin/env python3
"""Writes the Swift files of Reference/Data from a folder of reference CSV files.

Usage: generate_reference.py INPUT_FOLDER [OUTPUT_FOLDER]

The output depends on the input files only, so running it twice changes nothing. Every record is
one line, its fields parted by tabs; the readers beside this file say what each field means.
Stray blanks, non-breaking spaces and line ends inside fields are cleaned here, once.
"""

import csv
import re
import sys
import unicodedata
from pathlib import Path

WORKED_SATURDAYS = ["2024-05-04", "2025-04-26", "2026-08-22"]
LIST_AS_OF = "2026-07"
# The source cuts fee descriptions at 90 characters, and trailing blanks are gone after that.
FEE_DESCRIPTION_LIMIT = 85
KINDS = [("Xã ", "x"), ("Phường ", "p"), ("Thị trấn ", "t"), ("Đặc khu ", "k")]
CHANNELS = {"ONLINE": "O", "DIRECT": "D", "POSTAL": "P"}
UNITS = {"WORKING_DAY": "W", "DAY": "D", "HOUR": "H", "MONTH": "M", "YEAR": "Y", "OTHER": "X"}
SERVICE_LEVELS = {
    "toàn trình": "F",
    "một phần*": "P",
    "không trực tuyến*": "N",
    "toàn trình? (no online channel listed)": "Q",
}
LICENCE_NOTE = "Sources and licences: NOTICE.md in the folder above."


def clean(text):
    text = unicodedata.normalize("NFC", (text or "").replace("\u00a0", " ").replace("\ufeff", ""))
    return re.sub(r"\s+", " ", text).strip()


def read(folder, name):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return [{key: clean(value) for key, value in row.items()} for row in csv.DictReader(file)]


def kind_and_name(full_name):
    for prefix, letter in KINDS:
        if full_name.lower().startswith(prefix.lower()):
            return letter + "\t" + full_name[len(prefix):]
    raise SystemExit(f"no kind in the name {full_name}")


def write(folder, name, about, lines):
    for line in lines:
        assert '"#' not in line and "\n" not in line, line
    body = "\n".join(lines)
    (folder / f"{name}.swift").write_text(
        # Tests/TidyTests lets a file be long when its first line begins so.
        "// Reference data, written by generate_reference.py; change that, not this.\n"
        "// swift-format-ignore-file\n"
        f"// {LICENCE_NOTE}\n\n"
        f"/// {about}\n"
        f"enum {name} {{\n"
        f'  static let text: StaticString = #"""\n{body}\n"""#\n'
        "}\n",
        encoding="utf-8",
    )


def provinces(source, output):
    lines = []
    former_lines = []
    for row in sorted(read(source, "provinces_2025.csv"), key=lambda row: row["code"]):
        lines.append(f"P\t{row['code']}\t{row['name']}")
        for part in row["former_provinces"].split("; "):
            name, code = re.fullmatch(r"(.+) \[(\d\d)\]", part).groups()
            former_lines.append(f"F\t{code}\t{name}\t{row['code']}")
    write(
        output, "ProvinceData", "The 34 provinces (P) and the 63 before July 2025 (F).",
        lines + sorted(former_lines))


def communes(source, output):
    lines = []
    province = None
    rows = read(source, "admin_units_2025.csv")
    for row in sorted(rows, key=lambda row: (row["province_code"], row["code"])):
        if row["province_code"] != province:
            province = row["province_code"]
            lines.append(f"P\t{province}")
        lines.append("\t".join([
            row["code"], kind_and_name(row["name"]), row["lat"], row["lon"], row["area_km2"]]))
    write(
        output, "CommuneData",
        "The communes since 1 July 2025: code, kind, name, latitude, longitude, km².", lines)


def former_communes(source, output):
    successors = {}
    map_names = {}
    for row in read(source, "admin_map_legacy_to_2025.csv"):
        mark = ""
        if row["extent"] == "part":
            mark = "!" if row["is_default_part"] == "1" else "~"
        successors.setdefault(row["old_code"], []).append(row["new_code"] + mark)
        map_names[row["old_code"]] = row["old_name"]
    lines = []
    district = None
    count = 0
    rows = [row for row in read(source, "admin_units_legacy_2025H1.csv") if row["code"]]
    for row in sorted(rows, key=lambda row: (row["province_code"], row["district_code"], row["code"])):
        assert map_names[row["code"]] == row["name"], row
        key = (row["province_code"], row["district_code"])
        if key != district:
            district = key
            lines.append(f"D\t{row['province_code']}\t{row['district_code']}\t{row['district']}")
        parts = sorted(successors[row["code"]])
        count += len(parts)
        lines.append("\t".join([row["code"], kind_and_name(row["name"]), ",".join(parts)]))
    assert count == sum(len(parts) for parts in successors.values())
    third = -(-len(lines) // 3)
    for index in range(3):
        chunk = lines[index * third:(index + 1) * third]
        if index > 0 and not chunk[0].startswith("D\t"):
            heading = [line for line in lines[:index * third] if line.startswith("D\t")][-1]
            chunk.insert(0, heading)
        write(
            output, f"FormerCommuneData{index + 1}",
            "Communes before July 2025: code, kind, name, successors (~ part, ! default part).",
            chunk)


def lineage(source, output):
    rows = read(source, "admin_lineage_seed_units.csv")
    lines = []
    for row in sorted(rows, key=lambda row: (row["code"], row["valid_to"] or "9999")):
        became = ""
        if row["valid_to"] and row["valid_to"] < "2025-06-30":
            later = [
                other for other in rows
                if other["valid_from"] > row["valid_to"] and other["valid_to"]
                and re.search(rf"\b{row['code']}\b", other["formed_from"] + " " + other["code"])]
            became = sorted(later, key=lambda other: other["valid_from"])[0]["code"] if later else ""
        lines.append("\t".join([
            row["code"], row["valid_from"], row["valid_to"], kind_and_name(row["name"]),
            row["district"], row["province"], row["formed_from"],
            re.sub(r"^seed \d+ \+ ", "", row["basis"]), became]))
    write(
        output, "LineageData",
        "Units whose code was used again: code, from, to, kind, name, district, province, "
        "formed from, basis, code of the next unit.",
        lines)


class Table:
    """Repeated texts, kept once; a record holds the index."""

    def __init__(self, letter):
        self.letter, self.texts, self.index = letter, [], {}

    def of(self, text):
        if text not in self.index:
            self.index[text] = len(self.texts)
            self.texts.append(text)
        return str(self.index[text])

    def lines(self):
        return [f"{self.letter}\t{text}" for text in self.texts]


def grouped(pairs):
    """[(channel letter, value)] as [(letters, value)], one entry a value, in first order."""
    groups = {}
    for letter, value in pairs:
        letters = groups.setdefault(value, [])
        if letter not in letters:
            letters.append(letter)
    return [("".join(sorted(letters)), value) for value, letters in groups.items()]


def times(text, table):
    pairs = []
    for part in re.split(r"; (?=(?:ONLINE|DIRECT|POSTAL)=)", text):
        if not part:
            continue
        channel, value = part.split("=", 1)
        number = re.fullmatch(r"(\d+) (\w+)", value)
        if number:
            pairs.append((CHANNELS[channel], number.group(1) + UNITS[number.group(2)]))
        else:
            words = clean(re.sub(r" ?OTHER$", "", value))
            pairs.append((CHANNELS[channel], "T" + table.of(words)))
    return ",".join(letters + value for letters, value in grouped(pairs))


def fees(text, table):
    pairs = []
    for part in re.split(r" \| (?=(?:online|direct|postal):)", text):
        if not part:
            continue
        channel, value = part.split(":", 1)
        match = re.fullmatch(r"(\d+(?:\.\d+)?)?\s*(.*)", value.strip())
        amount, description = match.group(1) or "", match.group(2)
        if len(description) >= FEE_DESCRIPTION_LIMIT and not description.endswith((".", ")")):
            description += "…"
        # An amount of 0 beside a description means that the description tells the fee.
        words = description if description and amount in ("", "0") else clean(
            f"{amount} {description}")
        if words:
            pairs.append((CHANNELS[channel.upper()], words))
    return ",".join(letters + table.of(words) for letters, words in grouped(pairs))


def working_days(texts):
    found = [int(n) for text in texts for n in re.findall(r"=(\d+) WORKING_DAY", text)]
    return (str(min(found)), str(max(found))) if found else ("", "")


def procedures(source, output):
    listed = {row["code"]: row for row in read(source, "procedures_commune_all.csv")}
    catalogue = {}
    for ordinal, row in enumerate(read(source, "procedures_field_catalogue.csv"), 1):
        catalogue[row["code"]] = (ordinal, row)
    sectors, publishers, levels = Table("S"), Table("B"), Table("L")
    agencies, fee_texts, time_texts = Table("A"), Table("F"), Table("T")
    lines = []
    for code in sorted(set(listed) | set(catalogue)):
        row = listed.get(code)
        ordinal, extra = catalogue.get(code, ("", None))
        main = row or extra
        minimum, maximum = working_days(
            [row["processing_by_case"], row["processing_by_channel"]] if row else [])
        if extra and extra["working_days_min"]:
            minimum, maximum = extra["working_days_min"], extra["working_days_max"]
        time_text = row["processing_by_channel"] if row else extra["portal_time_by_channel"]
        url = extra["source_url"].rsplit("/", 1)[1] if extra else ""
        lines.append("\t".join([
            code, main["name_vi"], extra["name_en"] if extra else "",
            sectors.of(main["sector"]), publishers.of(row["publisher"] if row else ""),
            levels.of(main["implementation_level"]),
            "".join(sorted(CHANNELS[channel] for channel in main["channels"].split("/"))),
            times(time_text, time_texts), fees(main["fee_by_channel"], fee_texts),
            SERVICE_LEVELS[main["service_level"]], row["dossier_items"] if row else "",
            minimum, maximum, str(ordinal), agencies.of(extra["executing_agency"] if extra else ""),
            url, extra["as_of"] if extra else LIST_AS_OF]))
    tables = [sectors, publishers, levels, agencies, fee_texts, time_texts]
    write(
        output, "ProcedureTables",
        "Texts that procedures share: S sector, B publisher, L level, A agency, F fee, T time.",
        [line for table in tables for line in table.lines()])
    half = -(-len(lines) // 2)
    for index in range(2):
        write(
            output, f"ProcedureData{index + 1}",
            "Procedures: the fields are listed in Procedures.swift.",
            lines[index * half:(index + 1) * half])


def calendar(source, output):
    lines = [
        f"H\t{row['date']}\t{row['name_vi']}\t{row['name_en']}"
        for row in sorted(read(source, "vn_public_holidays_2023_2030.csv"), key=lambda r: r["date"])]
    lines += [f"W\t{day}" for day in WORKED_SATURDAYS]
    write(output, "HolidayData", "Public holidays 2023–2030 (H) and worked Saturdays (W).", lines)


def dossiers(source, output):
    rows = sorted(
        read(source, "phutho_commune_dossiers_2026ytd.csv"), key=lambda row: row["code"])
    write(
        output, "DossierData",
        "Dossiers received and overdue, by commune of Phú Thọ, 1 January to 26 September 2026.",
        [f"{row['code']}\t{row['received_2026_to_26Sep']}\t{row['overdue']}" for row in rows])


INDICATOR_SET = "\t".join([
    "S", "766", "2022", "2022-06-23", "Quyết định 766/QĐ-TTg ngày 23/6/2022",
    "Decision 766/QĐ-TTg of 23 June 2022"])
INDICATOR_GROUPS = {
    "Công khai minh bạch": "Openness",
    "Tiến độ giải quyết": "Timely settlement",
    "Dịch vụ công trực tuyến": "Online services",
    "Thanh toán trực tuyến": "Online payment",
    "Số hóa hồ sơ": "Digitised dossiers",
    "Mức độ hài lòng": "Satisfaction",
}
# Where the official figure of an indicator comes from, and at which level (N nation, P province).
PORTAL = ("Cổng Dịch vụ công quốc gia", "National Public Service Portal", "N")
PROCEDURE_DATABASE = (
    "Cơ sở dữ liệu quốc gia về thủ tục hành chính", "national database of procedures", "N")
ONE_STOP = (
    "Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh", "province's one-stop system", "P")
POPULATION = ("Cơ sở dữ liệu quốc gia về dân cư", "national population database", "N")
FEEDBACK = ("Hệ thống tiếp nhận phản ánh, kiến nghị", "national feedback system", "N")
# What is counted, divided by what, by which formula, and who has the official figure. A count that
# the program has no measure for makes an indicator unknown.
INDICATOR_INPUTS = {
    "1.1": ("procedures-announced-on-time", "procedures-announced", "share", PROCEDURE_DATABASE),
    "1.2": ("procedures-published-on-time", "procedures-to-publish", "share", PROCEDURE_DATABASE),
    "1.3": ("procedures-complete", "procedures-published", "share", PROCEDURE_DATABASE),
    "1.4": ("dossiers-synchronised", "dossiers-received", "share", PORTAL),
    "2.1": ("dossiers-in-time", "dossiers-judged", "share", ONE_STOP),
    "2.2": ("settlement-days", "dossiers-finished", "average", ONE_STOP),
    "3.1": ("catalogue-online", "catalogue", "share", PROCEDURE_DATABASE),
    "3.2": ("online-services-filed", "catalogue-online", "share", PORTAL),
    "3.3": ("dossiers-online", "dossiers", "share", PORTAL),
    "3.5a": ("procedures-payable-online", "procedures-with-fee", "share-or-zero", PORTAL),
    "3.5b": ("procedures-paid-online", "procedures-with-fee", "share-or-zero", PORTAL),
    "3.6": ("dossiers-paid-online", "dossiers-with-fee", "share-or-zero", PORTAL),
    "4.1": ("dossiers-electronic-result", "dossiers-with-result", "share", ONE_STOP),
    "4.2": ("dossiers-digitised", "dossiers-with-result", "share", ONE_STOP),
    "4.3": ("dossiers-reusing-data", "dossiers-received", "share", ONE_STOP),
    "4.4": ("dossiers-from-personal-store", "dossiers-received", "share", PORTAL),
    "4.5a": ("procedures-linked-to-population", "procedures-for-citizens", "share", POPULATION),
    "4.5b": ("dossiers-using-population-data", "dossiers-received", "share", POPULATION),
    "4.6": ("communes-with-certified-copies", "communes", "share", PORTAL),
    "5.1": ("feedback-by-class", "feedback-received", "share", FEEDBACK),
    "5.2": ("feedback-in-time", "feedback-to-answer", "share-or-full", FEEDBACK),
    "5.3": ("feedback-settled-to-satisfaction", "feedback-received", "share-or-full", FEEDBACK),
    "5.4": ("dossiers-late", "dossiers-judged", "satisfaction", ONE_STOP),
}
# The rule of the source for a denominator of zero, by what the formula makes of it.
ZERO_RULES = {
    "share": ("show 0 or N/A", "N/A", "not scored", "prior year/12 or /4 or /1"),
    "share-or-zero": ("0",), "share-or-full": ("full score when no feedback",),
    "average": ("N/A",), "satisfaction": ("0",),
}


def indicators(source, output):
    lines = [INDICATOR_SET]
    group = None
    for row in read(source, "indicators_766.csv"):
        if row["group"] != group:
            group = row["group"]
            lines.append("\t".join([
                "G", group, INDICATOR_GROUPS[group], str(int(row["max_score_group"]) * 100)]))
        numerator, denominator, formula, figures = INDICATOR_INPUTS[row["id"]]
        assert row["zero_denominator"] in ZERO_RULES[formula], row
        threshold = row["full_score_at_pct"]
        applies = "".join(sorted(part[0].upper() for part in row["applies_to"].split(";")))
        lines.append("\t".join([
            "I", row["id"], row["name_vi"], row["name_en"], numerator, denominator, formula,
            str(int(threshold) * 100) if threshold else "",
            str(int(row["max_score"]) * 100) if row["max_score"] else "", applies, *figures]))
    write(
        output, "IndicatorData",
        "Decision 766: the set (S), its groups (G) and indicators (I); see IndicatorSet.swift.",
        lines)


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    source = Path(sys.argv[1])
    output = Path(sys.argv[2]) if len(sys.argv) == 3 else Path(__file__).parent / "Data"
    output.mkdir(parents=True, exist_ok=True)
    for step in (
            provinces, communes, former_communes, lineage, procedures, calendar, indicators,
            dossiers):
        step(source, output)


main()
