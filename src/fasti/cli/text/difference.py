"""The document of `fasti diff`: what was added, removed and amended between two moments."""

from collections.abc import Iterable, Mapping

from fasti.cli.text import running
from fasti.cli.text.document import Bullet, Bullets, Document, Tone, Words, para, section
from fasti.cli.text.words import say_date, say_instant
from fasti.model.answer import DiffAnswer, EntryChange
from fasti.model.catalog import ListInfo


def document(answer: DiffAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out the differences."""
    counts = f"{len(answer.added):,} added, {len(answer.removed):,} removed, {len(answer.amended):,} amended."
    name = lists[answer.subject].title if answer.subject in lists else answer.subject
    compared = f"Compared: {', '.join(answer.editions)}." if answer.editions else "No edition was compared."
    return Document(
        banner="",
        title=f"What changed on {name} from {say_instant(answer.from_)} to {say_instant(answer.to)}",
        lead=(para(counts, Tone.STRONG), para(compared, Tone.QUIET)),
        groups=(),
        sections=(
            *section("Added", _bullets(answer.added)),
            *section("Removed", _bullets(answer.removed)),
            *section("Amended", _bullets(answer.amended)),
            *running.sections_of(answer.run, lists),
        ),
        notice=answer.notice,
    )


def _bullets(changes: Iterable[EntryChange]) -> Bullets:
    return Bullets(tuple(_bullet(one) for one in changes))


def _bullet(one: EntryChange) -> Bullet:
    on = f", {say_date(one.on)}" if one.on else ""
    fields = tuple(
        Words(f"{change.field}: {change.before or '(nothing)'} -> {change.after or '(nothing)'}", Tone.QUIET)
        for change in one.changes
    )
    reason = (Words(one.reason, Tone.QUIET),) if one.reason else ()
    return Bullet((Words(one.caption, Tone.STRONG), Words(f" ({one.key}){on}")), (*fields, *reason))
