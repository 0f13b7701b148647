"""Reads a Parquet file, batch by batch; text, numbers, dates and lists of them are taken as text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fasti.model.errors import BadInputError
from fasti.workflows.bulk.columns import Mapped, map_columns
from fasti.workflows.bulk.rows import Row, texts_of
from fasti.workflows.bulk.source import Source

BATCH = 5000


class ParquetTable:
    """A Parquet file."""

    def __init__(self, source: Source, named: Mapping[str, Sequence[str]]) -> None:
        """Read the schema.

        Raises:
            BadInputError: The file is no Parquet, or has no column for a name.
            UsageError: A named column does not exist.
        """
        self._source = source
        with source.path.open("rb") as file:
            known = self._file(file)
            self.mapped: Mapped = map_columns(known.schema_arrow.names, named, str(source))
            self.length: int | None = known.metadata.num_rows

    def rows(self) -> Iterator[Row]:
        """Yield every row.

        Raises:
            BadInputError: The file is damaged.
        """
        from pyarrow import ArrowException

        with self._source.path.open("rb") as file:
            try:
                columns = sorted({one for ones in self.mapped.roles.values() for one in ones})
                start = 1
                for batch in self._file(file).iter_batches(BATCH, columns=columns):
                    yield from rows_of(batch, self.mapped, start)
                    start += batch.num_rows
            except (ArrowException, OSError) as error:
                raise BadInputError(f"{self._source} is damaged ({_first_line(error)}): write it again.") from error

    def _file(self, file: object) -> Any:  # noqa: ANN401 - pyarrow has no types
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile

        try:
            return ParquetFile(file)
        except (ArrowException, OSError) as error:
            told = f"{self._source} is no whole Parquet file ({_first_line(error)})"
            raise BadInputError(f"{told}: write it again, or name another --input-format.") from error


def rows_of(batch: Any, mapped: Mapped, start: int) -> Iterator[Row]:  # noqa: ANN401 - pyarrow has no types
    """Yield the rows of a record batch.

    Args:
        batch: With the mapped columns at least.
        mapped: Which columns say what.
        start: Number of the first row.
    """
    columns = [(role, batch.column(one).to_pylist()) for role, ones in mapped.roles.items() for one in ones]
    for place in range(batch.num_rows):
        cells: dict[str, tuple[str, ...]] = {}
        for role, values in columns:
            found = texts_of(role, values[place])
            if found:
                cells[role] = found if role not in cells else cells[role] + found
        yield Row(start + place, cells)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")
