"""What the codes in the records are called, as catalogue keys: one table for terminal, document and web."""

from __future__ import annotations

from typing import Final

from kom_rulings.wording import N_

KIND: Final = {"criminal": N_("Criminal case"), "immigration": N_("Immigration case"), "echr": N_("ECtHR case")}

EXPLOITATION_FORM: Final = {
    "sexual": N_("prostitution or other sexual services"),
    "forced_labour": N_("forced labour"),
    "forced_services": N_("forced services"),
    "begging": N_("begging"),
    "crime": N_("theft or other crime"),
    "war_service": N_("war service abroad"),
    "organ_removal": N_("removal of organs"),
}

INSTANCE: Final = {
    "tingrett": N_("District Court"),
    "lagmannsrett": N_("Court of Appeal"),
    "hoyesterett": N_("Supreme Court"),
    "ankeutvalg": N_("Appeals Selection Committee of the Supreme Court"),
    "udi": N_("Directorate of Immigration"),
    "une": N_("Immigration Appeals Board"),
    "echr_committee": N_("committee"),
    "echr_chamber": N_("chamber"),
    "echr_plenary": N_("plenary"),
    "echr_grand_chamber": N_("Grand Chamber"),
    "unknown": N_("instance not known"),
}

OUTCOME: Final = {
    "convicted": N_("Convicted"),
    "acquitted": N_("Acquitted"),
    "upheld": N_("Appeal dismissed"),
    "sentence_changed": N_("Conviction upheld, sentence set"),
    "set_aside": N_("Set aside"),
    "appeal_not_admitted": N_("Leave to appeal refused"),
    "appeal_withdrawn": N_("Appeal withdrawn"),
    "not_on_guilt": N_("Not on the question of guilt"),
    "granted": N_("Granted"),
    "rejected": N_("Rejected"),
    "valid": N_("The rejection found valid"),
    "invalid": N_("The rejection found invalid"),
    "dismissed": N_("Dismissed"),
    "not_on_merits": N_("Not on the merits"),
    "unknown": N_("Outcome not known"),
}

DEFENDANT_OUTCOME: Final = {
    "convicted": N_("convicted of human trafficking"),
    "acquitted": N_("acquitted of human trafficking"),
    "not_charged": N_("not charged with human trafficking"),
    "unknown": N_("outcome for human trafficking not known"),
}

HOW_FINAL: Final = {
    "not_appealed": N_("not appealed"),
    "appeal_withdrawn": N_("the appeal withdrawn"),
    "appeal_not_admitted": N_("leave to appeal refused"),
    "final_instance": N_("final instance"),
    "unknown": N_("how is not known"),
}

COMPENSATION: Final = {
    "redress": N_("Redress"),
    "compensation": N_("Compensation"),
    "compensation_and_redress": N_("Compensation and redress"),
    "repayment": N_("Repayment of earnings"),
    "confiscation": N_("Confiscation"),
}

FINDING: Final = {
    "violation": N_("Violation"),
    "no_violation": N_("No violation"),
    "inadmissible": N_("Inadmissible"),
    "struck_out": N_("Struck out of the list"),
    "unknown": N_("Not known"),
}

LIMB: Final = {
    "substantive": N_("substantive"),
    "procedural": N_("procedural"),
    "both": N_("substantive and procedural"),
}

PERMIT: Final = {
    "reflection_first": N_("Reflection period (Immigration Regulations section 8-3 first paragraph)"),
    "reflection_second": N_("Limited residence permit (Immigration Regulations section 8-3 second paragraph)"),
    "witness": N_("Witness in a trafficking case (Immigration Regulations section 8-4)"),
    "protection": N_("Protection (Immigration Act section 28)"),
    "humanitarian": N_("Humanitarian grounds (Immigration Act section 38)"),
    "dublin": N_("Dublin case (Immigration Act section 32)"),
    "unknown": N_("Not known"),
}

YES_NO: Final = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("Not known")}
#: As the tables say it: whether a ruling has legal force is not known of all.
FINAL: Final = {"yes": N_("yes"), "no": N_("no, or not known")}

#: Why a form is searched along with a typed word.
FORM_HOW: Final = {
    "lemma": N_("inflection"),
    "family": N_("same family of words"),
    "beginning": N_("begins so"),
    "part": N_("part of a compound"),
    "translation": N_("same term"),
    "spelling": N_("spelled alike"),
}

#: Where in a record a hit stands.
SEARCH_FIELD: Final = {
    "title": N_("Title"),
    "keywords": N_("Keyword"),
    "legal_points": N_("Legal point"),
    "facts": N_("Fact"),
    "summary": N_("Summary"),
    "text": N_("Paragraph"),
}

#: For whom something is, and who may see a case.
AUDIENCE: Final = {"public": N_("the public"), "partner": N_("partners"), "internal": N_("KOM only")}
