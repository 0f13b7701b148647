"""Run by an interpreter that has the library followthemoney: validate each entity of a file, and lose no value."""

import json
import sys
from pathlib import Path

from followthemoney import model  # type: ignore[import-not-found] # not a part of our own environment

count = 0
for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    entity = json.loads(line)
    schema = model.get(entity["schema"])
    if schema is None:
        sys.exit(f"{entity['id']}: no schema {entity['schema']}")
    schema.validate(entity)
    proxy = model.get_proxy(entity, cleaned=False)
    for name, values in entity["properties"].items():
        if len(proxy.get(name)) != len(values):
            sys.exit(f"{entity['id']}: {name} {values} is cleaned to {proxy.get(name)}")
    count += 1
sys.stdout.write(f"{count} entities\n")
