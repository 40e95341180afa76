"""All checks in one list, and the run that collects what they find."""

from __future__ import annotations

from collections.abc import Sequence

from kom_rulings.checks import chronology, facts, identity, outcomes, texts
from kom_rulings.checks.context import Check, Context
from kom_rulings.problems import Problem
from kom_rulings.records.register import Register
from kom_rulings.records.tables import Tables

CHECKS: Sequence[Check] = (
    chronology.dates_out_of_order,
    chronology.appeal_after_final,
    chronology.supreme_court_final,
    chronology.force_before_ruling,
    chronology.date_not_known,
    outcomes.outcome_against_defendants,
    outcomes.conviction_without_exploitation,
    outcomes.exploitation_not_known,
    outcomes.conviction_without_provision,
    outcomes.nothing_to_uphold,
    outcomes.defendant_left_out,
    outcomes.outcome_not_known,
    outcomes.outcome_inferred,
    outcomes.instance_not_known,
    facts.more_minors_than_victims,
    facts.country_not_known,
    facts.court_not_known,
    facts.court_against_instance,
    facts.court_against_date,
    facts.court_against_reference,
    facts.provision_law_not_known,
    facts.provision_not_in_force,
    identity.reference_twice,
    identity.cited_ruling_not_known,
    identity.ecli_mismatch,
    identity.state_not_respondent,
    identity.text_without_case,
    texts.summary_missing,
    texts.permission_missing,
    texts.restricted_but_public,
    texts.draft_not_counted,
    texts.schema_not_named,
)


def run_checks(register: Register, tables: Tables) -> list[Problem]:
    """Run every check on a register; the register is left as it is."""
    context = Context(register, tables)
    return [problem for check in CHECKS for problem in check(context)]
