"""Pick the reader of a publication by what is offered, and refuse what is no edition of anything."""

from collections.abc import Callable, Sequence

from fasti.model.errors import UsageError
from fasti.sources.au_dfat import reader as au_dfat
from fasti.sources.ca_sema import reader as ca_sema
from fasti.sources.ch_seco import reader as ch_seco
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.eu_fsf import reader as eu_fsf
from fasti.sources.ftm import reader as ftm
from fasti.sources.gates import check_any, refuse
from fasti.sources.gb_conlist import reader as gb_conlist
from fasti.sources.gb_uksl import reader as gb_uksl
from fasti.sources.telling import tell_form
from fasti.sources.un_sc import reader as un_sc
from fasti.sources.us_bis_dpl import reader as us_bis_dpl
from fasti.sources.us_bis_entity import reader as us_bis_entity
from fasti.sources.us_bis_meu import reader as us_bis_meu
from fasti.sources.us_bis_uvl import reader as us_bis_uvl
from fasti.sources.us_dhs_uflpa import reader as us_dhs_uflpa
from fasti.sources.us_dod_1260h import reader as us_dod_1260h
from fasti.sources.us_fcc_covered import reader as us_fcc_covered
from fasti.sources.us_ndaa_889 import reader as us_ndaa_889
from fasti.sources.us_ofac_cons import reader as us_ofac_cons
from fasti.sources.us_ofac_sdn import reader as us_ofac_sdn
from fasti.sources.us_state_dtc import reader as us_state_dtc
from fasti.sources.us_state_isn import reader as us_state_isn
from fasti.sources.us_trade_csl import reader as us_trade_csl

Reader = Callable[[Sequence[RawMember], Memo], Draft]

READERS: dict[tuple[str, str], Reader] = {
    ("au_dfat", "csv"): au_dfat.read_csv,
    ("ca_sema", "xml"): ca_sema.read_xml,
    ("ch_seco", "xml"): ch_seco.read_xml,
    ("eu_fsf", "csv"): eu_fsf.read_csv,
    ("eu_fsf", "csv_1_0"): eu_fsf.read_old_csv,
    ("eu_fsf", "xml"): eu_fsf.read_xml,
    ("eu_fsf", "xml_1_0"): eu_fsf.read_old_xml,
    ("ftm", "csv"): ftm.read_csv,
    ("ftm", "json"): ftm.read_json,
    ("gb_conlist", "csv"): gb_conlist.read_csv,
    ("gb_conlist", "csv_2022"): gb_conlist.read_csv_2022,
    ("gb_uksl", "csv"): gb_uksl.read_csv,
    ("gb_uksl", "xml"): gb_uksl.read_xml,
    ("un_sc", "xml"): un_sc.read_xml,
    ("us_bis_dpl", "txt"): us_bis_dpl.read_txt,
    ("us_bis_entity", "csv"): us_bis_entity.read_csv,
    ("us_bis_entity", "xml"): us_bis_entity.read_xml,
    ("us_bis_meu", "csv"): us_bis_meu.read_csv,
    ("us_bis_meu", "xml"): us_bis_meu.read_xml,
    ("us_bis_uvl", "csv"): us_bis_uvl.read_csv,
    ("us_bis_uvl", "xml"): us_bis_uvl.read_xml,
    ("us_dhs_uflpa", "html"): us_dhs_uflpa.read_html,
    ("us_dhs_uflpa", "xml"): us_dhs_uflpa.read_xml,
    ("us_dod_1260h", "html"): us_dod_1260h.read_html,
    ("us_dod_1260h", "xml"): us_dod_1260h.read_xml,
    ("us_fcc_covered", "html"): us_fcc_covered.read_html,
    ("us_ndaa_889", "html"): us_ndaa_889.read_html,
    ("us_ofac_cons", "advanced"): us_ofac_cons.read_advanced,
    ("us_ofac_cons", "csv"): us_ofac_cons.read_csv,
    ("us_ofac_cons", "xml"): us_ofac_cons.read_xml,
    ("us_ofac_sdn", "advanced"): us_ofac_sdn.read_advanced,
    ("us_ofac_sdn", "csv"): us_ofac_sdn.read_csv,
    ("us_ofac_sdn", "xml"): us_ofac_sdn.read_xml,
    ("us_state_dtc", "csv"): us_state_dtc.read_csv,
    ("us_state_isn", "csv"): us_state_isn.read_csv,
    ("us_trade_csl", "csv"): us_trade_csl.read_csv,
    ("us_trade_csl", "json"): us_trade_csl.read_json,
}
"""Source id and format to reader."""


def read(source_id: str, members: Sequence[RawMember], memo: Memo) -> Draft:
    """Read one edition of a publication.

    The format is told by content, not by name.

    Args:
        source_id: Which publication the files are offered as.
        members: The files of one edition in one format.
        memo: Rows already read in this ingest run and series.

    Raises:
        UsageError: No reader is known for the source, or no file was offered.
        RefusedError: The files are not an edition of it: empty, an error page, cut short, malformed, contradicting
            themselves, or the content of another list.
    """
    known = sorted({source for source, _ in READERS})
    if source_id not in known:
        raise UsageError(f"There is no reader for the source {source_id}; there is one for {', '.join(known)}.")
    if not members:
        raise UsageError(f"No file was offered as an edition of {source_id}.")
    held = frozenset(form for source, form in READERS if source == source_id)
    for member in members:
        check_any(member, pages="html" in held)
    forms = {tell_form(member, held) for member in members}
    if len(forms) > 1:
        refuse(
            members[0].name, "came together with files of another format", "Offer one edition in one format at a time."
        )
    return READERS[source_id, forms.pop()](members, memo)
