"""The `levend` command: finds the module of a command and runs it.

A command is a module of this package with `HELP`, `add_arguments(parser)` and `run(args) -> int`. A module whose name
would be a word of Python ends in an underscore, which its command has not.
Exit codes: 0 done, 1 found wrong, 2 misused.
"""

import argparse
import os
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module

import levend.cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name; return its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "levend.config.settings")
    parser = argparse.ArgumentParser(prog="levend", description=levend.__doc__)
    parser.add_argument("--version", action="version", version=f"levend {levend.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    modules = {}
    for name in command_names():
        module = import_module(f"levend.cli.{name}")
        word = name.rstrip("_").replace("_", "-")
        modules[word] = module
        module.add_arguments(commands.add_parser(word, help=module.HELP, description=module.HELP))
    args = parser.parse_args(arguments)
    try:
        return int(modules[args.command].run(args))
    except BrokenPipeError:  # the reader of a pipe stopped early
        sys.stderr.close()
        return 0


def command_names() -> list[str]:
    """Modules of this package that are commands, by name."""
    return sorted(
        module.name for module in pkgutil.iter_modules(levend.cli.__path__) if module.name not in _HELPERS
    )


_HELPERS = {"main", "django"}
