"""Every code a finding can have: severity, message and hint. Codes are stable; a new one is added at its place."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kom_rulings.privacy_codes import PRIVACY_CODES
from kom_rulings.wording import N_


class Code(NamedTuple):
    """What a code stands for; message and hint are catalogue keys in English."""

    severity: Literal["error", "warning", "note"]
    message: str
    hint: str


def _error(message: str, hint: str) -> Code:
    return Code("error", message, hint)


def _warning(message: str, hint: str) -> Code:
    return Code("warning", message, hint)


def _note(message: str, hint: str) -> Code:
    return Code("note", message, hint)


_FILES = {
    "file-unreadable": _error(
        N_("The file cannot be read: {reason}"), N_("See that it is a file and that you may read it.")
    ),
    "file-too-large": _error(
        N_("The file is {size} MB; a case file holds at most {limit} MB."),
        N_("Full texts belong in a file of their own beside the record, not in it."),
    ),
    "file-not-utf8": _error(
        N_("The file is not in UTF-8: byte {byte} at position {position}."),
        N_("Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."),
    ),
    "file-name": _error(
        N_("“{name}” cannot be a case id."),
        N_("Use lower-case letters a–z, digits and hyphens only, for example lime-saken.yaml."),
    ),
    "file-misplaced": _error(
        N_("The case is of kind {kind}, but the file lies in the folder {folder}."),
        N_("Move the file to rulings/{kind}/, or correct the kind."),
    ),
    "file-unexpected": _error(
        N_("“{name}” lies among the records, but is read by nobody."),
        N_("A case is a file that ends in .yaml, directly in the folder of its kind. Rename it, or move it away."),
    ),
    "case-id-twice": _error(
        N_("The case id {case} is used by another file too: {other}."), N_("Give one of the files another name.")
    ),
    "yaml-syntax": _error(
        N_("The file is not valid YAML: {reason}"),
        N_("Look at this line and the one above: indentation, colons, quotes and brackets."),
    ),
    "yaml-nesting": _error(
        N_("The file is nested more than {limit} levels deep."), N_("A case has at most six levels; look for brackets.")
    ),
    "yaml-alias": _error(
        N_("Anchors and aliases (& and *) are not used in the records."), N_("Write the value out where it belongs.")
    ),
    "yaml-tag": _error(N_("The tag {tag} is not used in the records."), N_("Remove the tag and keep the value.")),
    "yaml-key-twice": _error(
        N_("The field {key} stands twice."), N_("Keep one of them; the first stands on line {first}.")
    ),
    "file-empty": _error(N_("The file holds no fields."), N_("Fill in a case, or delete the file.")),
    "act-unfinished": _error(
        N_("“{act}” was interrupted, so a case may stand in two files."),
        N_("Run “kom-rulings fmt --check”, or any other command that writes records: it finishes what was begun."),
    ),
    "draft-not-counted": _note(
        N_("The case is a draft: it is in no number, no list and no search."),
        N_("Look at every field, above all those marked as guessed, and take the line “draft: yes” away."),
    ),
    "schema-not-named": _warning(
        N_("The first line does not name the schema."),
        N_("Let the first line be: {line}"),
    ),
    "text-header": _error(
        N_("The head of the full text lacks: {reason}"),
        N_("It must give reference, source, retrieved and sha256, and end with a line of ---."),
    ),
    "text-paragraph": _error(
        N_("The full text has text before the first numbered paragraph."),
        N_("Let every paragraph begin with its number in brackets, for example [12]."),
    ),
    "text-checksum": _error(
        N_("The full text is not the one that its checksum was taken of."),
        N_("Take back the change, or set sha256 to {actual} if the change is right."),
    ),
    "text-without-case": _error(
        N_("No case beside the full text has a ruling with the reference {reference}."),
        N_("Name the file CASE.REFERENCE.txt and see that the record holds the reference."),
    ),
}

_FIELDS = {
    "field-missing": _error(
        N_("The field {field} is missing."), N_("{how} The page on case files tells what it holds.")
    ),
    "field-unknown": _error(N_("There is no field {field} here."), N_("Fields here: {allowed}.")),
    "value-not-allowed": _error(N_("“{value}” is not a value that {field} can have."), N_("Values: {allowed}.")),
    "not-a-number": _error(N_("“{value}” is not a whole number."), N_("Write digits only{or_words}.")),
    "not-yes-or-no": _error(N_("“{value}” is neither yes nor no."), N_("Write yes or no{or_words}.")),
    "not-a-date": _error(
        N_("“{value}” is not a date that exists."), N_("Write for example 2017-06-07, 2017-06 or 2017{or_words}.")
    ),
    "not-a-reference": _error(
        N_("“{value}” is not a reference of a known form."),
        N_("Write it as for example HR-2017-1124-A, Rt-2013-39, LB-2018-102939-2, THEDM-2020-52736 or 25965/04."),
    ),
    "not-a-provision": _error(
        N_("“{value}” is not a provision of a known form."),
        N_("Write for example “strl. 1902 § 224”, “strl. 2005 § 257”, “utf. § 8-4 annet ledd” or “EMK artikkel 4”."),
    ),
    "not-a-country": _error(
        N_("“{value}” is not a country code."),
        N_("Write two capitals, for example RO for Romania; see countries.yaml."),
    ),
    "not-a-link": _error(N_("“{value}” is not a web address."), N_("Write a full address that begins with https://.")),
    "text-empty": _error(N_("{field} is empty."), N_("Fill it in. A field that may be left out can be taken away.")),
    "wrong-shape": _error(
        N_("{field} should be {expected}."), N_("Look at another case file, or at the page on case files.")
    ),
}

_MEANING = {
    "dates-out-of-order": _error(
        N_("The ruling is dated {date}, before the ruling above it ({earlier})."),
        N_("Let the rulings stand in the order they were given, or correct a date."),
    ),
    "appeal-after-final": _error(
        N_("The ruling above had legal force from {force}, but this later ruling decides the case again."),
        N_("Correct the legal force above, or this ruling."),
    ),
    "supreme-court-final": _error(
        N_("A ruling of the Supreme Court is final on its day ({date}), not on {force}."),
        N_("Take legal_force away, or set it to the day of the ruling with how: final_instance."),
    ),
    "force-before-ruling": _error(
        N_("Legal force ({force}) lies before the ruling itself ({date})."), N_("Correct one of the dates.")
    ),
    "conviction-without-exploitation": _error(
        N_("The case has a conviction, but exploitation is empty."),
        N_("Give the forms of exploitation, or “unknown”."),
    ),
    "conviction-without-provision": _error(
        N_("The ruling convicts, but names no provision."), N_("Give the provisions, or “unknown”.")
    ),
    "provision-not-known": _note(
        N_("The provision behind the conviction is not known."), N_("Fill it in when the ruling has been seen.")
    ),
    "exploitation-not-known": _note(
        N_("The form of exploitation is not known; the case is counted as unknown."),
        N_("Fill it in when the ruling has been seen."),
    ),
    "more-minors-than-victims": _error(
        N_("There are more minors ({minors}) than victims ({count})."), N_("Correct one of the numbers.")
    ),
    "outcome-against-defendants": _error(
        N_("The outcome is {outcome}, but the defendants say otherwise: {defendants}."),
        N_("A ruling convicts when at least one defendant is convicted of trafficking. Correct the one that is wrong."),
    ),
    "nothing-to-uphold": _warning(
        N_("The ruling upholds an earlier one, but nothing stands that it could uphold."),
        N_("Add the earlier ruling, or give each defendant's outcome here, so that the case can be counted."),
    ),
    "defendant-left-out": _warning(
        N_("“{label}” was convicted in an earlier ruling and is not mentioned in this one."),
        N_("The case is counted by this ruling. Add the defendant here if the conviction still stands."),
    ),
    "outcome-not-known": _warning(
        N_("The outcome of a ruling after the one that the case is counted by is not known."),
        N_("The numbers may change when it is known. Find the outcome."),
    ),
    "outcome-inferred": _note(
        N_("The outcome is inferred from the sources, not stated in them."),
        N_("Set outcome_basis to stated when the ruling has been seen."),
    ),
    "date-not-known": _warning(
        N_("The date of the deciding ruling is not known, so the case is in no table."),
        N_("Give at least the year; the case is listed as not counted until then."),
    ),
    "instance-not-known": _note(
        N_("The court level of the ruling is not known; it is counted as unknown."), N_("Fill in the instance.")
    ),
    "court-not-known": _warning(
        N_("The court “{court}” is not in the table of courts."),
        N_("Check the spelling, or add the court to the table."),
    ),
    "court-against-instance": _error(
        N_("{court} is not of the instance {instance}."), N_("Correct the court or the instance ({expected}).")
    ),
    "court-against-date": _warning(
        N_("{court} is listed for {period}, but the ruling is dated {date}."),
        N_("Check the name of the court at that time, or the date."),
    ),
    "court-against-reference": _warning(
        N_("The reference {reference} belongs to {owner}, not to {court}."), N_("Correct the court or the reference.")
    ),
    "court-code-not-known": _warning(
        N_("The court code in {reference} is not in the table of courts."),
        N_("Check the reference; if it is right, add the code to the table."),
    ),
    "provision-law-not-known": _warning(
        N_("The law in “{provision}” is not in the table of provisions."), N_("Add the law to the table.")
    ),
    "provision-not-in-force": _warning(
        N_("{provision} was in force {period}, but the ruling is dated {date}."),
        N_("Check the law: the 1902 code goes on to apply to older acts, but no law applies before its time."),
    ),
    "country-not-known": _error(
        N_("The country code {country} is not in the table of countries."),
        N_("Correct the code, or add the country to the table."),
    ),
    "ecli-mismatch": _error(
        N_("{ecli} does not fit number and date; they give {expected}."),
        N_("Correct the ECLI, the application number, the date or the document type."),
    ),
    "ecli-not-checkable": _note(
        N_("The ECLI cannot be held against the ruling, since its day is not known."), N_("Fill in the day.")
    ),
    "state-not-respondent": _error(
        N_("{country} is not among the respondent states."), N_("Correct the finding or the list of respondents.")
    ),
    "reference-twice": _error(
        N_("The reference {reference} stands in {other} too."),
        N_("One ruling belongs in one case, once. Take one away, merge the cases, or correct the reference."),
    ),
    "cited-ruling-not-known": _note(
        N_("The cited ruling {reference} is not among the records."), N_("Add it if it concerns human trafficking.")
    ),
    "summary-missing": _error(
        N_("The case has no summary in Norwegian."), N_("Write summary: nb: on the ruling that matters most.")
    ),
    "translation-missing": _warning(
        N_("The case has no summary in English."), N_("Write summary: en: beside the Norwegian one.")
    ),
    "permission-missing": _error(
        N_("The summary is by {author}, and no permission to publish it is given."),
        N_("Give permission: who gave it and when, or write a summary of our own."),
    ),
    "restricted-but-public": _error(
        N_("Reproduction of a ruling is restricted (domstolloven § 130), but the case is public."),
        N_("Set visibility to internal; the case is then only counted."),
    ),
}

_OTHER_FILES = {
    "overview-part-missing": _error(
        N_("The overview text lacks the part “{part}”."), N_("Add a heading of level 2 with the id {{#{part}}}.")
    ),
    "overview-heading": _error(
        N_("The heading “{heading}” has no id, so what stands under it would be left out."),
        N_("Write one of the ids behind it, such as {{#purpose}}, or make it a heading of level 3."),
    ),
    "overview-part-twice": _error(
        N_("The overview text has the part “{part}” twice."), N_("Give each part once; join the two.")
    ),
    "overview-link": _error(
        N_("The link to “{link}” leads nowhere from the document."),
        N_("Write a full address that begins with https://, or take the link away."),
    ),
    "table-not-read": _error(
        N_("The table cannot be used; the rows that came with the program are used alone."),
        N_("Mend what is told of the table, or take the row out."),
    ),
    "figures-not-read": _error(
        N_("The published figures cannot be used: {reason}"),
        N_("Mend the file; figures that can be read are still compared."),
    ),
    "edition-not-read": _error(
        N_("What an earlier edition said cannot be read: {reason}"),
        N_("Take the file back from git. Without it, it cannot be told what was added late or corrected since."),
    ),
}

_PRIVACY = {name: Code(*told) for name, told in PRIVACY_CODES.items()}

CODES: dict[str, Code] = {**_FILES, **_FIELDS, **_MEANING, **_OTHER_FILES, **_PRIVACY}
