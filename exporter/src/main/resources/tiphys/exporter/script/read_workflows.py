# SPDX-License-Identifier: Apache-2.0
"""Runs a script for Hera and writes the workflows that it defines as JSON into a file.

Arguments: the script, the file for the answer, the file for the place where it was when its time
was over, and that time in seconds, counted from its first line. What the script prints goes nowhere.
"""

import faulthandler
import json
import os
import sys
import traceback
import types

EMPTY = {"inputs", "outputs", "arguments", "metadata"}
SENDING = ["create", "update", "lint", "wait"]


def line_of(error, script):
    """The last line of the script that led to an error, 0 where none did."""
    lines = [
        line
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename == script
    ]
    return lines[-1] if lines else 0


def words(error):
    text = " ".join(str(error).split())
    return (type(error).__name__ + (": " + text if text else ""))[:600]


def asked_environment(error):
    """Whether an error is that of a variable that is not there."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return isinstance(error, KeyError) and frames[-1].f_globals.get("__name__") == "os"


def trouble(error, script, line=0):
    """What went wrong, with the line of the script."""
    told = {"kind": "failed", "line": line_of(error, script) or line, "text": words(error)}
    if isinstance(error, SyntaxError):
        if error.filename == script:
            told.update(kind="syntax", line=error.lineno or 1, text=str(error.msg))
        else:
            where = "%s, line %s" % (error.filename, error.lineno)
            told.update(text="%s (%s)" % (error.msg, where))
    elif isinstance(error, ModuleNotFoundError) and error.name:
        told.update(kind="import", text=error.name)
    elif isinstance(error, SystemExit):
        told.update(kind="exit", text=str(error.code))
    elif asked_environment(error):
        told.update(kind="variable", text=str(error.args[0]))
    return told


def hold_back(hera, held):
    """Lets nothing be sent to a server while the script is only read."""

    def not_sent(self, *_, **__):
        held.append(self)
        return self

    async def not_sent_later(self, *_, **__):
        held.append(self)
        return self

    kinds = [
        hera.Workflow,
        hera.WorkflowTemplate,
        hera.ClusterWorkflowTemplate,
        hera.CronWorkflow,
    ]
    for kind in kinds:
        for name in SENDING:
            if hasattr(kind, name):
                setattr(kind, name, not_sent)
            if hasattr(kind, "async_" + name):
                setattr(kind, "async_" + name, not_sent_later)


def note_blocks(hera, script, blocks):
    """Notes each `with` of the script, so that a loop's workflows are all found."""
    leave = hera.Workflow.__exit__

    def left(self, *error):
        frame = sys._getframe(1)
        if frame.f_code.co_filename == script:
            blocks.append((self, frame.f_lineno))
        return leave(self, *error)

    hera.Workflow.__exit__ = left


def values(module):
    for value in list(vars(module).values()):
        yield value
        if isinstance(value, (list, tuple)):
            yield from value
        elif isinstance(value, dict):
            yield from value.values()


def defined(module, blocks, kinds):
    """Workflows with the lines that are known of them, each once."""
    found = list(blocks)
    found += [(value, 0) for value in values(module) if isinstance(value, kinds)]
    seen = set()
    for workflow, line in found:
        if id(workflow) not in seen:
            seen.add(id(workflow))
            yield workflow, line


def whole(value):
    """Without the empty maps that Argo takes for nothing."""
    if isinstance(value, dict):
        return {
            key: whole(each)
            for key, each in value.items()
            if not (key in EMPTY and each == {})
        }
    return [whole(each) for each in value] if isinstance(value, list) else value


def manifest(workflow):
    built = workflow.build() if hasattr(workflow, "build") else workflow
    dumped = built.model_dump(exclude_none=True, by_alias=True)
    return whole(json.loads(json.dumps(dumped, default=str)))


def answer(script, place, seconds):
    try:
        import hera.workflows as hera
        import hera.workflows.models as models
    except ImportError as missing:
        return {"error": {"kind": "hera", "line": 0, "text": str(missing)[:300]}}
    # Hera itself takes some seconds where a computer is slow or busy
    faulthandler.dump_traceback_later(float(seconds), exit=True, file=open(place, "w"))
    held, blocks, line = [], [], 0
    hold_back(hera, held)
    note_blocks(hera, script, blocks)
    kinds = (
        hera.Workflow,
        models.Workflow,
        models.WorkflowTemplate,
        models.ClusterWorkflowTemplate,
        models.CronWorkflow,
    )
    name = os.path.splitext(os.path.basename(script))[0]
    module = types.ModuleType("script_" + name if name in sys.modules else name)
    module.__file__ = script
    sys.modules[module.__name__] = module
    sys.path.insert(0, os.path.dirname(script))
    sys.argv = [script]
    try:
        with open(script, "rb") as source:
            code = compile(source.read(), script, "exec", dont_inherit=True)
        exec(code, vars(module))
        workflows = []
        for workflow, line in defined(module, blocks, kinds):
            workflows.append(manifest(workflow))
    except BaseException as error:
        return {"error": trouble(error, script, line)}
    return {"workflows": workflows, "held": len(held)}


def main(script, target, place, seconds):
    told = answer(script, place, seconds)
    with open(target + ".part", "w", encoding="utf-8") as out:
        json.dump(told, out)
    os.replace(target + ".part", target)
    # threads and exit handlers of the script are not waited for
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
