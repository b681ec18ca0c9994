"""The worker beside a JVM: takes calls of a script's functions as frames on standard input, answers on standard output.

A frame is a header's length (uint32, little-endian), the header (JSON in UTF-8) and the blobs whose sizes it lists. Arrays
travel as raw little-endian float64. What a library prints goes to standard error, so that it cannot break a frame.
"""
import array
import json
import os
import struct
import sys
import threading
import traceback
import types


class Wire:
    def __init__(self):
        self.source = os.fdopen(os.dup(0), "rb", buffering=1 << 16)
        self.sink = os.fdopen(os.dup(1), "wb", buffering=0)
        self.writing = threading.Lock()
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(2, 1)

    def exactly(self, size):
        taken = bytearray(size)
        view, at = memoryview(taken), 0
        while at < size:
            count = self.source.readinto(view[at:])
            if not count:
                os._exit(0)  # the JVM is gone
            at += count
        return taken

    def read(self):
        header = json.loads(self.exactly(struct.unpack("<I", self.exactly(4))[0]))
        return header, [self.exactly(size) for size in header["blobs"]]

    def write(self, header, blobs=()):
        header["blobs"] = [len(blob) for blob in blobs]
        text = json.dumps(header).encode("utf-8")
        frame = b"".join([struct.pack("<I", len(text)), text, *blobs])
        view = memoryview(frame)
        with self.writing:
            while view:
                view = view[self.sink.write(view):]


class Native:
    """The exact bits of doubles, with numpy where it is there and the standard library where not."""

    @staticmethod
    def numpy():
        return sys.modules.get("numpy")

    @staticmethod
    def read(blob, shape):
        try:
            import numpy
        except ImportError:
            flat = array.array("d")
            flat.frombytes(bytes(blob))
            if sys.byteorder != "little":
                flat.byteswap()
            if len(shape) == 1:
                return flat
            rows, columns = shape
            return [flat[row * columns:(row + 1) * columns] for row in range(rows)]
        return numpy.frombuffer(blob, dtype="<f8").reshape(shape)

    @staticmethod
    def write(values):
        flat = array.array("d", values)
        if sys.byteorder != "little":
            flat.byteswap()
        return flat.tobytes()


def encode(value, blobs):
    numpy = Native.numpy()
    if numpy is not None and isinstance(value, numpy.generic):
        value = value.item()
    if value is None:
        return {"kind": "none"}
    if isinstance(value, bool):
        return {"kind": "flag", "value": value}
    if isinstance(value, (int, float)):
        blobs.append(struct.pack("<d", value))
        return {"kind": "number", "blob": len(blobs) - 1}
    if isinstance(value, str):
        return {"kind": "text", "value": value}
    if isinstance(value, (bytes, bytearray, memoryview)):
        blobs.append(bytes(value))
        return {"kind": "bytes", "blob": len(blobs) - 1}
    if numpy is not None and hasattr(value, "__array__"):
        values = numpy.ascontiguousarray(value, dtype="<f8")
        if values.ndim not in (1, 2):
            raise TypeError(f"an array of {values.ndim} dimensions cannot be returned; return one of 1 or 2")
        blobs.append(values.tobytes())
        return {"kind": "array", "shape": list(values.shape), "blob": len(blobs) - 1}
    if isinstance(value, (list, tuple, array.array)):
        rows = list(value)
        if rows and isinstance(rows[0], (list, tuple, array.array)):
            width = len(rows[0])
            if any(len(row) != width for row in rows):
                raise TypeError("a matrix whose rows differ in length cannot be returned")
            blobs.append(Native.write(number for row in rows for number in row))
            return {"kind": "array", "shape": [len(rows), width], "blob": len(blobs) - 1}
        blobs.append(Native.write(rows))
        return {"kind": "array", "shape": [len(rows)], "blob": len(blobs) - 1}
    raise TypeError(
        f"a value of type {type(value).__module__}.{type(value).__qualname__} cannot be returned; "
        "return numbers, text, bytes, lists, arrays, or a dict of those")


def decode(argument, blobs):
    kind = argument["kind"]
    if kind == "array":
        return Native.read(blobs[argument["blob"]], argument["shape"])
    if kind == "number":
        return struct.unpack("<d", blobs[argument["blob"]])[0]
    if kind == "bytes":
        return bytes(blobs[argument["blob"]])
    return argument["value"]  # kind json


class PickleRefused(Exception):
    pass


class Pickles:
    """Models as pickles: only where the JVM allows it, and then only of classes from the packages that it names."""

    def __init__(self, allowed):
        self.allowed = allowed

    def dump(self, model):
        import pickle
        if self.allowed is None:
            raise PickleRefused(f"{type(model).__module__}.{type(model).__qualname__}")
        return pickle.dumps(model, protocol=5)

    def load(self, data):
        import io
        import pickle
        allowed = self.allowed
        if allowed is None:
            raise PickleRefused("a stored pickle")

        class Chosen(pickle.Unpickler):
            def find_class(self, module, name):
                if not any(module == package or module.startswith(package + ".") for package in allowed):
                    raise pickle.UnpicklingError(f"{module}.{name} is in no package that may be loaded from a pickle")
                return super().find_class(module, name)

        return Chosen(io.BytesIO(data)).load()


class Worker:
    def __init__(self, wire):
        self.wire = wire
        self.models = {}
        self.script = None
        self.pickles = Pickles(None)

    def hello(self, header, blobs):
        self.limit(header.get("memory"))
        allowed = header.get("pickle")
        self.pickles = Pickles(None if allowed is None else [*allowed, "trainyard_script"])
        self.tell_of_trainings()
        name, source = header["script"], bytes(blobs[0]).decode("utf-8")
        import linecache
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        self.script = types.ModuleType("trainyard_script")
        self.script.__file__ = name
        sys.modules["trainyard_script"] = self.script
        for package in header["packages"]:
            __import__(package)
        exec(compile(source, name, "exec"), self.script.__dict__)
        return {"python": sys.version.split()[0], "pid": os.getpid(), "versions": self.versions()}, []

    def versions(self):
        found = {}
        for name, module in list(sys.modules.items()):
            version = getattr(module, "__version__", None) if "." not in name else None
            if isinstance(version, str) and (getattr(module, "__file__", None) or "").find("-packages") >= 0:
                found[name] = version
        return found

    @staticmethod
    def limit(size):
        if size:
            import resource
            resource.setrlimit(resource.RLIMIT_AS, (size, size))

    def tell_of_trainings(self):
        module = types.ModuleType("trainyard")
        wire = self.wire
        module.progress = lambda fraction, text="": wire.write(
            {"event": "progress", "fraction": float(fraction), "text": str(text)})
        module.metric = lambda name, value: wire.write({"event": "metric", "name": str(name), "value": float(value)})
        module.parameter = lambda name, value: wire.write(
            {"event": "parameter", "name": str(name), "value": str(value)})
        sys.modules["trainyard"] = module

    def function(self, name):
        found = getattr(self.script, name, None)
        if not callable(found):
            raise NameError(f"the script defines no function {name}")
        return found

    def arguments(self, header, blobs):
        return {argument["name"]: decode(argument, blobs) for argument in header["arguments"]}

    def train(self, header, blobs):
        model = self.function(header["function"])(**self.arguments(header, blobs))
        dump = getattr(self.script, "dump", None)
        if dump is None:
            form, data = "pickle", self.pickles.dump(model)
        else:
            form, data = "dump", dump(model)
            if not isinstance(data, (bytes, bytearray, memoryview)):
                raise TypeError(f"dump returned {type(data).__qualname__}; a model becomes bytes")
        return {"form": form, "versions": self.versions()}, [bytes(data)]

    def load(self, header, blobs):
        data = bytes(blobs[0])
        model = self.pickles.load(data) if header["form"] == "pickle" else self.function("load")(data)
        while len(self.models) >= header["most"]:
            del self.models[next(iter(self.models))]
        self.models[header["model"]] = model
        return {}, []

    def call(self, header, blobs):
        models = []
        if header.get("model") is not None:
            models.append(self.models.pop(header["model"]))
            self.models[header["model"]] = models[0]  # the last used is the last to go
        answer = self.function(header["function"])(*models, **self.arguments(header, blobs))
        values, out = {}, []
        if not isinstance(answer, dict):
            answer = {"value": answer}
        for name, value in answer.items():
            values[str(name)] = encode(value, out)
        return {"values": values}, out

    def serve(self):
        operations = {"hello": self.hello, "train": self.train, "load": self.load, "call": self.call}
        while True:
            header, blobs = self.wire.read()
            try:
                answer, out = operations[header["op"]](header, blobs)
                answer["event"] = "answer"
            except BaseException as failure:  # also exit() and an interrupt: the worker lives on
                answer, out = self.failed(failure), []
            del header, blobs
            sys.stderr.flush()
            self.wire.write(answer, out)
            del answer, out

    @staticmethod
    def failed(failure):
        kind = "error"
        if isinstance(failure, ModuleNotFoundError):
            kind = "missing"
        elif isinstance(failure, MemoryError):
            kind = "memory"
        elif isinstance(failure, PickleRefused):
            kind = "pickle"
        frames = [frame for frame in traceback.extract_tb(failure.__traceback__) if frame.filename != "<string>"]
        text = "Traceback (most recent call last):\n" + "".join(traceback.format_list(frames))
        text += "".join(traceback.format_exception_only(type(failure), failure))
        return {
            "event": "failure",
            "kind": kind,
            "type": type(failure).__qualname__,
            "message": str(failure),
            "module": getattr(failure, "name", None) if kind == "missing" else None,
            "traceback": text,
        }


def follow_the_parent():
    """Ends this process with the JVM, also in the middle of a computation, and however the JVM ends."""
    parent = int(os.environ.pop("TRAINYARD_PARENT"))
    try:
        import ctypes
        ctypes.CDLL(None).prctl(1, 9, 0, 0, 0)  # PR_SET_PDEATHSIG, SIGKILL
    except (ImportError, OSError, AttributeError):
        pass  # no Linux: the thread below has to do
    if os.getppid() != parent:
        os._exit(0)

    def watch():
        import time
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


follow_the_parent()
sys.path[:] = [place for place in sys.path if place]
Worker(Wire()).serve()
