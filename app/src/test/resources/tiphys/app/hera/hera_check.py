# SPDX-License-Identifier: Apache-2.0
"""Runs exported code under the installed Hera and compares what it says with the manifest.

A job a line on standard input: {"name", "code", "documents", "notes"}. A result a line on
standard output: {"name", "differences", "anchors", "reformatted"}; differences are empty where all
is equal, anchors is what Hera's own generator makes of each document: equal, different or an error.
"""

import ast
import json
import linecache
import re
import sys
import types
import typing
import warnings

import black
import hera.workflows.models as models
from hera._cli.generate.python import workflow_to_python
from pydantic import BaseModel, RootModel

warnings.simplefilter("ignore")
KINDS = ["Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow"]
EMPTY = {"inputs", "outputs", "arguments", "metadata"}


def number(value):
    """A number as Argo makes a text of it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e21
    return str(int(value) if whole else value)


def fields(model):
    return {
        field.alias or name: field.annotation
        for name, field in model.model_fields.items()
    }


def plain(annotation):
    """A type without what says that it may be missing."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return plain(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        found = [each for each in typing.get_args(annotation) if each is not type(None)]
        return plain(found[0]) if len(found) == 1 else None
    return annotation


def meant(value, annotation):
    """A manifest as Argo understands it: numbers are texts where a text is asked for."""
    annotation = plain(annotation)
    arguments = typing.get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        annotation = plain(annotation.model_fields["root"].annotation)
        arguments = typing.get_args(annotation)
    if isinstance(value, dict):
        known = {}
        item = None
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            known = fields(annotation)
        elif typing.get_origin(annotation) is dict:
            item = arguments[1]
        return {
            key: meant(each, known.get(key, item))
            for key, each in value.items()
            if each is not None and not (known and key in EMPTY and each == {})
        }
    if isinstance(value, list) and annotation is not str:
        item = arguments[0] if typing.get_origin(annotation) is list else None
        return [meant(each, item) for each in value]
    if annotation is str and isinstance(value, (int, float)):
        return number(value)
    if annotation is str and isinstance(value, list):
        return json.dumps(value, separators=(",", ":"))
    return value


def steps(path):
    for key, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        yield int(index) if index else key


def renew(document, note):
    """Does to the original what the exporter said that it did."""
    *above, last = steps(note["path"])
    at = document
    for step in above:
        at = at[step]
    value = at.pop(last)
    if note["kind"] == "RENEWED":
        at.setdefault(note["detail"].rsplit(".", 1)[-1], []).append(value)


def differences(a, b, path=""):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted(set(a) | set(b)):
            at = path + "." + key
            if key not in a:
                yield f"{at}: added {b[key]!r}"[:300]
            elif key not in b:
                yield f"{at}: lost {a[key]!r}"[:300]
            else:
                yield from differences(a[key], b[key], at)
    elif isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            yield f"{path}: {len(a)} items, now {len(b)}"
        for i, (x, y) in enumerate(zip(a, b)):
            yield from differences(x, y, f"{path}[{i}]")
    elif type(a) is not type(b) or a != b:
        yield f"{path}: {a!r}, now {b!r}"[:300]


def manifest(thing):
    built = thing if isinstance(thing, BaseModel) else thing.build()
    return json.loads(
        json.dumps(built.model_dump(exclude_none=True, by_alias=True), default=str)
    )


def alike(manifest):
    """A manifest whose scripts in Python and order of templates do not matter in themselves."""
    spec = manifest.get("spec", {}).get("workflowSpec") or manifest.get("spec", {})
    for template in spec.get("templates", []):
        script = template.get("script", {})
        try:
            script["source"] = ast.dump(ast.parse(script["source"]))
        except (KeyError, SyntaxError):
            pass
    if "templates" in spec:
        spec["templates"].sort(key=lambda each: str(each.get("name")))
    return manifest


def code_differences(job):
    module = {"__name__": "exported"}
    # functions are read from their file, which need not be one
    linecache.cache[job["name"]] = (
        len(job["code"]), None, job["code"].splitlines(True), job["name"]
    )  # fmt: skip
    exec(compile(job["code"], job["name"], "exec"), module)
    known = [i for i, each in enumerate(job["documents"]) if each.get("kind") in KINDS]
    for i in known:
        document = job["documents"][i]
        for note in sorted(job["notes"], key=lambda each: each["kind"] != "LOST"):
            if note["document"] == i:
                renew(document, note)
        name = "w" if len(known) == 1 else f"w{known.index(i) + 1}"
        wanted = meant(document, getattr(models, document["kind"]))
        found = manifest(module[name])
        if job["functions"]:
            wanted, found = alike(wanted), alike(found)
        yield from differences(wanted, found)


def anchor(document):
    model = getattr(models, document["kind"])
    module = {}
    try:
        exec(workflow_to_python(model.model_validate(document)), module)
        found = manifest(module["w"])
    except Exception as trouble:
        return "error: " + type(trouble).__name__
    return (
        "equal" if not list(differences(meant(document, model), found)) else "different"
    )


def reformatted(code):
    """The lines that the formatter would write otherwise."""
    ours = code.splitlines()
    theirs = black.format_str(code, mode=black.Mode()).splitlines()
    return [a for a, b in zip(ours + [""], theirs + [""]) if a != b][:3]


def main():
    for line in sys.stdin:
        job = json.loads(line)
        ours = [each for each in job["documents"] if each.get("kind") in KINDS]
        anchors = [anchor(each) for each in json.loads(json.dumps(ours))]
        try:
            found = list(code_differences(job))
        except Exception as trouble:
            found = [f"{type(trouble).__name__}: {trouble}"[:600]]
        print(
            json.dumps(
                {
                    "name": job["name"],
                    "differences": found,
                    "anchors": anchors,
                    "reformatted": reformatted(job["code"]),
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
