"""check_manifest.py SCHEMA MANIFEST: prints the manifest as JSON; its errors go to standard error, with exit code 1."""

import json
import sys

import jsonschema
import yaml

schema, manifest = (open(path, encoding="utf-8") for path in sys.argv[1:])
content = yaml.safe_load(manifest)
errors = list(jsonschema.Draft7Validator(json.load(schema)).iter_errors(content))
for error in errors:
    print("/".join(map(str, error.path)), error.message, file=sys.stderr)
print(json.dumps(content))
sys.exit(1 if errors else 0)
