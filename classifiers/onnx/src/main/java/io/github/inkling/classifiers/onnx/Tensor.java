package io.github.inkling.classifiers.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A value in a graph, by its name: what ONNX's operators make of it are further nodes. Shapes are
 * those of the digits of a batch, whose number is the first extent and never named. Two operands
 * may differ in extents where one of them has 1, as in NumPy.
 *
 * @param graph that it belongs to
 * @param name unique there
 */
record Tensor(Graph graph, String name) {
  Tensor plus(Tensor other) {
    return node("Add", other);
  }

  Tensor plus(float number) {
    return plus(graph.constant(number));
  }

  Tensor minus(Tensor other) {
    return node("Sub", other);
  }

  /** A number less this. */
  Tensor subtractedFrom(float number) {
    return graph.constant(number).minus(this);
  }

  Tensor times(Tensor other) {
    return node("Mul", other);
  }

  Tensor times(float number) {
    return number == 1 ? this : times(graph.constant(number));
  }

  Tensor over(Tensor other) {
    return node("Div", other);
  }

  Tensor over(float number) {
    return number == 1 ? this : over(graph.constant(number));
  }

  /** The matrix product of the last two extents. */
  Tensor product(Tensor other) {
    return node("MatMul", other);
  }

  /**
   * {@code factor * this * rows^T + row}, of matrices; {@code rows} is as models keep weights, one
   * row for each output.
   */
  Tensor productWithRows(Tensor rows, Tensor row, float factor) {
    return graph.node(
        "Gemm",
        List.of(Graph.attribute("alpha", factor), Graph.attribute("transB", 1)),
        this,
        rows,
        row);
  }

  Tensor squareRoot() {
    return node("Sqrt");
  }

  Tensor magnitude() {
    return node("Abs");
  }

  Tensor exponential() {
    return node("Exp");
  }

  Tensor logarithm() {
    return node("Log");
  }

  Tensor arcTangent() {
    return node("Atan");
  }

  Tensor floor() {
    return node("Floor");
  }

  Tensor positivePart() {
    return node("Relu");
  }

  Tensor sigmoid() {
    return node("Sigmoid");
  }

  /** Shares of exponentials along the last extent. */
  Tensor softmax() {
    return graph.node("Softmax", List.of(Graph.attribute("axis", -1)), this);
  }

  Tensor atLeast(float number) {
    return atLeast(graph.constant(number));
  }

  Tensor atLeast(Tensor other) {
    return node("Max", other);
  }

  Tensor atMost(float number) {
    return atMost(graph.constant(number));
  }

  Tensor atMost(Tensor other) {
    return node("Min", other);
  }

  /** Whether it is less, for {@link #choose}. */
  Tensor isLess(Tensor other) {
    return node("Less", other);
  }

  Tensor isLess(float number) {
    return isLess(graph.constant(number));
  }

  /** Of a condition: the one value where it holds, the other elsewhere. */
  Tensor choose(Tensor yes, Tensor no) {
    return graph.node("Where", List.of(), this, yes, no);
  }

  /** Of whole numbers or conditions: 32-bit floats of the same value. */
  Tensor asFloats() {
    return graph.node(
        "Cast", List.of(Graph.attribute("to", TensorProto.DataType.FLOAT.getNumber())), this);
  }

  /** The sum along an extent, which becomes 1. */
  Tensor sum(int axis) {
    return graph.node(
        "ReduceSum", List.of(Graph.attribute("keepdims", 1)), this, graph.constants((long) axis));
  }

  /** The largest along an extent, which becomes 1. */
  Tensor largest(int axis) {
    return graph.node(
        "ReduceMax",
        List.of(Graph.attribute("axes", List.of((long) axis)), Graph.attribute("keepdims", 1)),
        this);
  }

  /**
   * The same numbers in another shape.
   *
   * @param extents those behind the batch
   */
  Tensor reshape(long... extents) {
    // 0 keeps the batch, also when there are no digits in it, where -1 would be ambiguous.
    long[] shape = LongStream.concat(LongStream.of(0), LongStream.of(extents)).toArray();
    return node("Reshape", graph.constants(shape));
  }

  /** Other extents first; {@code axes} of this, in their new order. */
  Tensor transpose(int... axes) {
    List<Long> order = Arrays.stream(axes).asLongStream().boxed().toList();
    return graph.node("Transpose", List.of(Graph.attribute("perm", order)), this);
  }

  /**
   * Transposes matrices, of which each digit has several, and multiplies them by one that is the
   * same for all. Between the two their rows become those of one long matrix, as ONNX Runtime would
   * join both steps to one that fails where there are no digits.
   *
   * @param views matrices of a digit
   * @param factor rows x outputs
   * @return digits x views x columns x outputs
   */
  Tensor transposedProduct(long views, long rows, long columns, Tensor factor, long outputs) {
    return transpose(0, 1, 3, 2)
        .reshape(views * columns, rows)
        .product(factor)
        .reshape(views, columns, outputs);
  }

  /** A part of an extent, from an index to before another. */
  Tensor slice(int axis, long from, long to) {
    return graph.node(
        "Slice",
        List.of(),
        this,
        graph.constants(from),
        graph.constants(to),
        graph.constants((long) axis));
  }

  /** What stands at some indices of an extent. */
  Tensor pick(int axis, Tensor indices) {
    return graph.node("Gather", List.of(Graph.attribute("axis", axis)), this, indices);
  }

  /** Tensors one behind the other along an extent. */
  static Tensor join(int axis, List<Tensor> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : parts
            .get(0)
            .graph
            .node("Concat", List.of(Graph.attribute("axis", axis)), parts.toArray(Tensor[]::new));
  }

  private Tensor node(String operator, Tensor... others) {
    Tensor[] inputs = new Tensor[others.length + 1];
    inputs[0] = this;
    System.arraycopy(others, 0, inputs, 1, others.length);
    return graph.node(operator, List.of(), inputs);
  }
}
