"""Ask the processor for memory before it is needed, so that many waits overlap: half of a search is waiting."""

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
