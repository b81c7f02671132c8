"""Runs modules in the form of misp-modules for Sluice: one request after the other, JSON lines on stdin and stdout.

A request is a line that says what to do, and for a question a second line, which the module gets as it is. An answer
is one line: {"value": ...} or {"failed": "a sentence"}. What modules print goes to stderr.
"""
import json
import os
import sys
import types

requests = os.fdopen(os.dup(0), "rb")
answers = os.fdopen(os.dup(1), "wb")
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
os.dup2(2, 1)
sys.stdin = open(os.devnull)
sys.stdout = os.fdopen(os.dup(2), "w", buffering=1, errors="backslashreplace")

MEMORY, MOST = int(sys.argv[1]), int(sys.argv[2])
try:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except (ImportError, ValueError, OSError) as e:
    print("The memory of modules cannot be limited: %s" % e, file=sys.stderr)

loaded = {}


def load(file, version):
    known = loaded.get(file)
    if known is None or known[0] != version:
        loaded.pop(file, None)
        folder = os.path.dirname(file)
        if folder not in sys.path:
            sys.path.append(folder)
        name = os.path.basename(file)[:-3]
        module = types.ModuleType(name)
        module.__file__ = file
        with open(file, "rb") as source:
            code = compile(source.read(), file, "exec")
        exec(code, module.__dict__)
        known = loaded[file] = (version, module)
    return known[1]


def describe(module):
    missing = [it for it in ("moduleinfo", "handler") if not hasattr(module, it)]
    if missing:
        raise LookupError("it has no " + " and no ".join(missing))
    attributes = module.introspection() if hasattr(module, "introspection") else {}
    meta = dict(module.moduleinfo)
    meta["config"] = getattr(module, "moduleconfig", {})
    return {"name": module.__name__, "type": "action_mod", "mispattributes": attributes, "meta": meta}


def place(error, file):
    """The line of the module's own file where it went wrong."""
    if isinstance(error, SyntaxError) and error.filename == file:
        return " (line %s)" % error.lineno
    line, at = None, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == file:
            line = at.tb_lineno
        at = at.tb_next
    return "" if line is None else " (line %d)" % line


def why(error, file):
    if isinstance(error, MemoryError):
        return "it needs more memory than the %d bytes of sluice.modules.python.memory" % MEMORY
    if isinstance(error, SystemExit):
        return "it called exit(%s)%s" % ("" if error.code is None else error.code, place(error, file))
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    return "%s%s%s" % (type(error).__name__, ": " + said if said else "", place(error, file))


def answer(line):
    request = json.loads(line)
    question = requests.readline().decode() if request["do"] == "handle" else None
    try:
        module = load(request["file"], request["version"])
        value = module.handler(q=question) if question is not None else describe(module)
        text = json.dumps({"value": value}, allow_nan=False).encode()
        if len(text) > MOST:
            raise ValueError("its answer of %d bytes is larger than sluice.modules.python.max-answer allows" % len(text))
        return text
    except BaseException as error:
        return json.dumps({"failed": why(error, request["file"])[:2000]}).encode()


while True:
    line = requests.readline()
    if not line:
        break
    text = answer(line)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (ValueError, OSError):
        pass
    answers.write(text + b"\n")
    answers.flush()
    del text
