"""`fasti timeline`: every event and act about a party, with its evidence."""

from fasti.cli import listinfo, options, output, when
from fasti.cli.text.document import Document


def timeline(
    name: options.Name,
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    list_: options.Lists = None,
    head: options.Head = None,
    db: options.Db = None,
    form: options.Form = options.Format.TEXT,
) -> None:
    """Show every event and act about a party, with evidence."""
    asked, known = when.parse_optional(as_of, "--as-of"), when.parse_optional(known_at, "--known-at")
    from fasti.cli.ledger import settings_of
    from fasti.workflows.asking import CheckRequest
    from fasti.workflows.timelines import timeline as run_timeline

    request = CheckRequest(
        name=name,
        as_of=asked,
        known_at=known,
        actors=(),
        act=None,
        lists=tuple(list_ or ()),
        require=(),
        threshold=None,
        head=head,
        policies={},
    )
    answer = run_timeline(settings_of(db), request)

    def build() -> Document:
        from fasti.cli.text.timeline import document

        return document(answer, listinfo.known_lists())

    output.show(answer, form, build)
