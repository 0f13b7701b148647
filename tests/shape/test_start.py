"""Heavy parts are imported where they are used, so that `--help` and a wrong option answer at once."""

import json
import subprocess
import sys

HEAVY = frozenset({"asyncio", "httpx2", "jinja2", "lxml", "msgspec", "rapidfuzz", "rich", "sqlalchemy", "stdnum"})
HELP = """
import json, sys
from fasti.cli.main import main
main(["check", "--help"])
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_help_imports_no_heavy_part() -> None:
    """Printing a command's help needs the command line's parser and the model only."""
    done = subprocess.run([sys.executable, "-c", HELP], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "typer" in loaded
    assert loaded & HEAVY == set()
