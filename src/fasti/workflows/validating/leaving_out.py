"""Leave one name out: would a party still be found, were the name by which it is asked for not on the list?"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

from fasti.index.tokens import tokenize
from fasti.model.identity import Name, Quality
from fasti.model.subject import Subject
from fasti.model.validation import LeaveOneOut, LeftOut, Rank
from fasti.workflows.validating.measuring import rate
from fasti.workflows.validating.recipe import script_of
from fasti.workflows.validating.sampling import Known

Score = Callable[[Subject, Subject], float]
ENOUGH = 2
"""Names that a party must have, so that one may be left out."""


def leave_one_out(parties: Iterable[Known], threshold: float, score: Score, seed: int) -> LeaveOneOut:
    """Ask for each party by one of its names, chosen by the seed, against the rest of them.

    Names that are the same words count as one: otherwise the rest would hold the name that was left out.

    Args:
        parties: Those with fewer than two different names are passed over.
        threshold: Least score of a hit.
        score: How far two parties agree, in [0, 1].
        seed: Of the choice.
    """
    chance = Random(f"left out {seed}")  # noqa: S311 - it has to repeat
    asked, lost = 0, []
    for party in parties:
        names = party.strong_names()
        if len(names) < ENOUGH:
            continue
        asked += 1
        name = chance.choice(names)
        rest = tuple(one for one in party.listing.names if tokenize(one.text) != tokenize(name.text))
        found = _best(name, rest, party, score)
        if found[0] < threshold:
            lost.append(LeftOut(name.text, party.party_id, found[1], round(found[0], 6), _why(name, rest)))
    reasons = Counter(one.why for one in lost)
    told = rate("", "", asked, asked - len(lost))
    ordered = sorted(lost, key=lambda one: (-one.score, one.name, one.party))
    return LeaveOneOut(
        asked, asked - len(lost), told.share, tuple(Rank(*one) for one in reasons.most_common()), tuple(ordered)
    )


def _best(name: Name, rest: tuple[Name, ...], party: Known, score: Score) -> tuple[float, str]:
    """Return the best score that the other names reach, and the name that reaches it."""
    query = Subject(party.kind, (replace(name, quality=Quality.STRONG),))
    strong = [one for one in rest if one.quality is Quality.STRONG]
    scored = ((score(query, Subject(party.kind, (one,))), one.text) for one in strong)
    return max(scored, default=(0.0, ""), key=lambda one: one[0])


def _why(name: Name, rest: tuple[Name, ...]) -> str:
    """Return in what the name differs from all the others."""
    strong = [one for one in rest if one.quality is Quality.STRONG]
    if not strong:
        return "only weak names are left"
    if script_of(name.text) not in {script_of(one.text) for one in strong}:
        return "the only name in its script"
    words = set(tokenize(name.text))
    others = [set(tokenize(one.text)) for one in strong]
    if len(words) == 1 and any(_initials(one.text) == next(iter(words)) for one in strong):
        return "an acronym of another name"
    shared = max(len(words & other) / len(words | other) for other in others)
    if not shared:
        return "no word in common with another name"
    if any(words < other or other < words for other in others):
        return "a part of another name, or more than it"
    return "some words in common with another name"


def _initials(name: str) -> str:
    return "".join(word[0] for word in tokenize(name))
