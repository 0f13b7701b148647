"""What the compiler offers no name for: memory asked for before it is needed, and many bytes compared at once.

Half of a search is waiting for memory; much of the rest is comparing marks.
"""

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic


def _prefetch(typing_context: Any, array: Any, index: Any) -> Any:  # noqa: ANN401 - types of the compiler
    """Begin to load one element of an array for reading."""
    del typing_context

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - the same
        data = context.make_array(signature.args[0])(context, builder, arguments[0]).data
        place = builder.bitcast(builder.gep(data, [arguments[1]]), ir.IntType(8).as_pointer())
        number = ir.IntType(32)
        shape = ir.FunctionType(ir.VoidType(), [place.type, number, number, number])
        insert: Any = cgutils.get_or_insert_function
        function = insert(builder.module, shape, "llvm.prefetch.p0")
        # For reading (0), to be kept in every cache (3), data rather than code (1).
        builder.call(function, [place, number(0), number(3), number(1)])
        return context.get_dummy_value()

    del index
    return types.void(array, types.int64), generate


prefetch: Any = intrinsic(_prefetch)

AT_ONCE = 16
"""Bytes that `equal_bytes` compares."""


def _equal_bytes(typing_context: Any, array: Any, index: Any, byte: Any) -> Any:  # noqa: ANN401 - the same
    """Return one bit for each of `AT_ONCE` bytes of an array from a place on, set where it is the one sought."""
    del typing_context

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - the same
        data = context.make_array(signature.args[0])(context, builder, arguments[0]).data
        many = ir.VectorType(ir.IntType(8), AT_ONCE)
        place = builder.bitcast(builder.gep(data, [arguments[1]]), many.as_pointer())
        held = builder.load(place, align=1)
        one = builder.trunc(arguments[2], ir.IntType(8))
        first = builder.insert_element(ir.Constant(many, ir.Undefined), one, ir.IntType(32)(0))
        places = ir.Constant(ir.VectorType(ir.IntType(32), AT_ONCE), [0] * AT_ONCE)
        sought = builder.shuffle_vector(first, ir.Constant(many, ir.Undefined), places)
        bits = builder.bitcast(builder.icmp_unsigned("==", held, sought), ir.IntType(AT_ONCE))
        return builder.zext(bits, ir.IntType(64))

    del index, byte
    return types.uint64(array, types.int64, types.uint64), generate


def _lowest_bit(typing_context: Any, word: Any) -> Any:  # noqa: ANN401 - the same
    """Return the place of the lowest bit of a word, 64 if it has none."""
    del typing_context

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ANN401 - the same
        del context, signature
        return builder.cttz(arguments[0], ir.IntType(1)(0))

    del word
    return types.int64(types.uint64), generate


equal_bytes: Any = intrinsic(_equal_bytes)
lowest_bit: Any = intrinsic(_lowest_bit)
