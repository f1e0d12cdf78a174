package io.github.inkling.classifiers.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX graph while it is made: constants, and nodes in the order in which they can be computed.
 * The same calls make the same graph, name by name. Belongs to one thread.
 */
final class Graph {
  /** The symbolic first extent of what goes in and out. */
  private static final String BATCH = "batch";

  /**
   * A file of Protocol Buffers holds at most 2 GiB; nodes and names take far less than the rest.
   */
  private static final long MAX_BYTES = Integer.MAX_VALUE - (16L << 20);

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Map<String, Integer> used = new HashMap<>();
  private final Map<String, Tensor> small = new HashMap<>();
  private final long maxBytes;
  private long bytes;

  Graph() {
    this(MAX_BYTES);
  }

  /**
   * Makes an empty graph.
   *
   * @param maxBytes what its constants may take at most
   */
  Graph(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Adds an input of floats.
   *
   * @param extents those behind the batch
   */
  Tensor input(String name, long... extents) {
    graph.addInput(floats(name, extents));
    return new Tensor(this, unique(name));
  }

  /** Gives a tensor of floats the name of an output; {@code extents} are those behind the batch. */
  void output(String name, Tensor value, long... extents) {
    graph.addOutput(floats(name, extents));
    graph.addNode(
        NodeProto.newBuilder()
            .setName(unique(name))
            .setOpType("Identity")
            .addInput(value.name())
            .addOutput(name));
  }

  /** Adds a node with one output. */
  Tensor node(String operator, List<AttributeProto> attributes, Tensor... inputs) {
    String name = unique(operator);
    NodeProto.Builder node = NodeProto.newBuilder().setName(name).setOpType(operator);
    for (Tensor input : inputs) {
      node.addInput(input.name());
    }
    graph.addNode(node.addAllAttribute(attributes).addOutput(name));
    return new Tensor(this, name);
  }

  /** Adds a node with two outputs. */
  List<Tensor> nodeOfTwo(String operator, List<AttributeProto> attributes, Tensor... inputs) {
    String name = unique(operator);
    String second = unique(operator);
    NodeProto.Builder node = NodeProto.newBuilder().setName(name).setOpType(operator);
    for (Tensor input : inputs) {
      node.addInput(input.name());
    }
    graph.addNode(node.addAllAttribute(attributes).addOutput(name).addOutput(second));
    return List.of(new Tensor(this, name), new Tensor(this, second));
  }

  /** A whole number that a node has beside its inputs. */
  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** Whole numbers that a node has beside its inputs. */
  static AttributeProto attribute(String name, List<Long> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  /** A factor that a node has beside its inputs. */
  static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  /**
   * An array of constants.
   *
   * @param extents whose product is the number of values
   * @throws IllegalArgumentException if there are more constants than a file can hold
   */
  Tensor constants(float[] values, long... extents) {
    ByteBuffer buffer = reserve(values.length, Float.BYTES);
    buffer.asFloatBuffer().put(values);
    return add(TensorProto.DataType.FLOAT, buffer, extents);
  }

  /** Whole numbers, as indices and shapes are. */
  Tensor constants(long... values) {
    return small.computeIfAbsent(
        Arrays.toString(values),
        key -> {
          ByteBuffer buffer = reserve(values.length, Long.BYTES);
          buffer.asLongBuffer().put(values);
          return add(TensorProto.DataType.INT64, buffer, values.length);
        });
  }

  /** A number that stands for an array of any shape. */
  Tensor constant(float value) {
    return small.computeIfAbsent(
        String.valueOf(value), key -> constants(new float[] {value}, new long[0]));
  }

  GraphProto build() {
    return graph.setName("inkling").build();
  }

  /** Memory for constants, once it is known that a file can hold them. */
  private ByteBuffer reserve(long count, int size) {
    bytes += count * size;
    if (bytes > maxBytes) {
      throw new IllegalArgumentException(
          "the model has more than %,d MB of numbers, which is more than an ONNX file can hold;"
                  .formatted(maxBytes >> 20)
              + " train one with fewer support vectors or neighbours, or an mlp");
    }
    return ByteBuffer.allocate((int) (count * size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Tensor add(TensorProto.DataType type, ByteBuffer values, long... extents) {
    String name = unique("constant");
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
    for (long extent : extents) {
      tensor.addDims(extent);
    }
    graph.addInitializer(tensor.setRawData(UnsafeByteOperations.unsafeWrap(values)));
    return new Tensor(this, name);
  }

  private static ValueInfoProto floats(String name, long... extents) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam(BATCH);
    for (long extent : extents) {
      shape.addDimBuilder().setDimValue(extent);
    }
    TypeProto.Tensor.Builder type =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  private String unique(String name) {
    int number = used.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + "_" + number;
  }
}
