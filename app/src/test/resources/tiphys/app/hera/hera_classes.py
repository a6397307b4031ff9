# SPDX-License-Identifier: Apache-2.0
"""Writes what the installed Hera can say, in the form of hera.classes.

The models are asked for their fields. The hand-written classes are read: of each call that
makes a model, which of its keywords comes from which attribute.
"""

import ast
import dataclasses
import importlib.metadata
import inspect
import textwrap
import types
import typing

import hera.workflows as hera
import hera.workflows.models as models
from pydantic import BaseModel, RootModel

KINDS = ["Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow"]
ROOTS = {
    "Time": "time",
    "Quantity": "quantity",
    "Amount": "float",
    "IntOrString": "int-or-str",
    "Item": "any",
    "ParallelSteps": "[WorkflowStep]",
}
SCALARS = {str: "str", int: "int", bool: "bool", float: "float", typing.Any: "any"}
EXPORTED = {
    value: name for name, value in vars(models).items() if inspect.isclass(value)
}
SUGAR = [
    "Container", "Script", "Resource", "Data", "HTTP", "Suspend", "DAG", "Steps",
    "ContainerSet", "ContainerNode", "UserContainer", "Task", "Step", "RetryStrategy",
    "Artifact", "S3Artifact", "GCSArtifact", "AzureArtifact", "OSSArtifact", "GitArtifact",
    "HTTPArtifact", "HDFSArtifact", "RawArtifact", "ArtifactoryArtifact", "PluginArtifact",
    "EmptyDirVolume", "ExistingVolume", "SecretVolume", "ConfigMapVolume", "HostPathVolume",
    "NFSVolume", "ProjectedVolume", "DownwardAPIVolume", "EphemeralVolume", "CSIVolume",
    "SecretEnv", "ConfigMapEnv", "FieldEnv", "ResourceEnv", "SecretEnvFrom", "ConfigMapEnvFrom",
]  # fmt: skip


def type_of(annotation, todo):
    """The type of a field in the words of the table."""
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if origin is typing.Annotated:
        return type_of(arguments[0], todo)
    if origin in (typing.Union, types.UnionType):
        (only,) = [each for each in arguments if each is not type(None)]
        return type_of(only, todo)
    if origin is list:
        return "[" + type_of(arguments[0], todo) + "]"
    if origin is dict:
        return "{" + type_of(arguments[1], todo) + "}"
    if annotation in SCALARS:
        return SCALARS[annotation]
    if issubclass(annotation, RootModel):
        return ROOTS[annotation.__name__]
    todo.append(annotation)
    return EXPORTED[annotation]


def model_lines():
    todo = [getattr(models, kind) for kind in KINDS]
    done = {}
    # the items of a RootModel are no field of any class
    todo.append(models.WorkflowStep)
    while todo:
        model = todo.pop()
        if EXPORTED[model] in done:
            continue
        lines = done[EXPORTED[model]] = []
        for name, field in model.model_fields.items():
            words = [field.alias or name, name, type_of(field.annotation, todo)]
            lines.append(" " + " ".join(words + ["required"] * field.is_required()))
    for name in sorted(done):
        yield "model " + name
        yield from sorted(done[name])


def imported(cls):
    """What the modules of a class and of its ancestors call the models."""
    names = {}
    for each in reversed(cls.__mro__):
        names.update(vars(inspect.getmodule(each)))
    return {
        name: value
        for name, value in names.items()
        if inspect.isclass(value) and issubclass(value, BaseModel)
    }


def called(node, names):
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return getattr(models, node.attr, None) if node.value.id == "m" else None
    return None


def attribute(value):
    """The attribute that a keyword's value is, whole or made into a model."""
    if isinstance(value, ast.IfExp):
        return attribute(value.test) or attribute(value.orelse)
    if isinstance(value, ast.Call):
        if not value.args and not value.keywords:
            return attribute(value.func)
        if ast.unparse(value.func) == "self.constructor.generate_source":
            return "source"
        inner = value.args[0] if value.args else value
        return (
            attribute(inner)
            if ast.unparse(value.func) in ("isinstance", "str")
            else None
        )
    if isinstance(value, ast.Compare):
        return attribute(value.left)
    if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name):
        return value.attr if value.value.id == "self" else None
    return None


def required(field):
    given = (
        field.default is dataclasses.MISSING
        and field.default_factory is dataclasses.MISSING
    )
    return " required" if given else ""


def sugar_lines(name):
    cls = getattr(hera, name)
    yield "sugar " + name
    fields = {field.name: field for field in dataclasses.fields(cls)}
    found = set()
    seen = set()
    for owner in cls.__mro__:
        for member, method in vars(owner).items():
            inherited = getattr(cls, member, None)
            if not inspect.isfunction(method) or not member.startswith(
                ("_build", "build")
            ):
                continue
            if inherited is not method and "super()" not in inspect.getsource(
                inherited
            ):
                continue
            if member in seen and "super()" not in inspect.getsource(inherited):
                continue
            seen.add(member)
            tree = ast.parse(textwrap.dedent(inspect.getsource(method)))
            names = imported(owner)
            for call in ast.walk(tree):
                model = called(call.func, names) if isinstance(call, ast.Call) else None
                if (
                    model is None
                    or model not in EXPORTED
                    or issubclass(model, RootModel)
                ):
                    continue
                for keyword in call.keywords:
                    source = keyword.value and attribute(keyword.value)
                    if source is None:
                        continue
                    source = source.removeprefix("_build_")
                    if source in fields:
                        key = model.model_fields[keyword.arg].alias or keyword.arg
                        found.add(
                            f" {EXPORTED[model]}.{key} {source}{required(fields[source])}"
                        )
    yield from sorted(found)


def kind_lines(name):
    cls = getattr(hera, name)
    yield "kind " + name
    model = getattr(models, name)
    found = set()
    for attr, annotation in cls._get_all_annotations().items():
        for mapper in getattr(annotation, "__metadata__", ()):
            mapped = getattr(mapper, "model_path", None)
            if not mapped or (
                name == "CronWorkflow" and mapped == ["status"] and attr == "status"
            ):
                continue
            path = list(mapped)
            if (
                name == "CronWorkflow"
                and path[0] == "spec"
                and "Cron" not in type(mapper).__name__
            ):
                path = ["spec", "workflow_spec"] + path[1:]
            at, keys = model, []
            for step in path:
                field = at.model_fields[step]
                keys.append(field.alias or step)
                at = next(
                    (
                        a
                        for a in typing.get_args(field.annotation)
                        if inspect.isclass(a)
                    ),
                    field.annotation,
                )
            found.add(" " + ".".join(keys) + " " + attr)
    yield from sorted(found)


def main():
    print(
        "# What Hera can say: its models, its classes, and which attribute becomes which key."
    )
    print("version", importlib.metadata.version("hera"))
    for line in model_lines():
        print(line)
    for name in SUGAR:
        for line in sugar_lines(name):
            print(line)
    for kind in KINDS:
        for line in kind_lines(kind):
            print(line)


if __name__ == "__main__":
    main()
