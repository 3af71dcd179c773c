package io.accession.encoder;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A loaded model that makes a vector of numbered pieces. Its memory is given back when the process ends. Safe for use by many threads. */
final class OnnxModel {

    private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

    /** What models call the vector of a whole text, where they have one. */
    private static final List<String> WHOLE_TEXT =
            List.of("text_embeds", "sentence_embedding", "text_features", "text_embedding", "embeddings");

    private static final int WITH_PIECES = 3; // text, piece, number

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, TensorInfo> inputs = new HashMap<>();
    private final String output;

    private OnnxModel(OrtEnvironment environment, OrtSession session) throws OrtException, UnusableModelException {
        this.environment = environment;
        this.session = session;
        for (var input : session.getInputInfo().entrySet()) {
            if (!INPUTS.contains(input.getKey()) || !(input.getValue().getInfo() instanceof TensorInfo tensor)) {
                throw new UnusableModelException("The model asks for '" + input.getKey()
                        + "'; a text encoder asks for input_ids, attention_mask and token_type_ids at most.");
            }
            inputs.put(input.getKey(), tensor);
        }
        if (!inputs.containsKey("input_ids")) {
            throw new UnusableModelException("The model does not ask for input_ids: it is no text encoder.");
        }
        this.output = output(session.getOutputInfo());
    }

    static OnnxModel of(byte[] bytes) throws UnusableModelException {
        return open((environment, options) -> environment.createSession(bytes, options));
    }

    static OnnxModel of(String path) throws UnusableModelException {
        return open((environment, options) -> environment.createSession(path, options));
    }

    @FunctionalInterface
    private interface Opening {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    /** One thread: texts are short, and others need the processors, too. */
    private static OnnxModel open(Opening opening) throws UnusableModelException {
        try (var options = new OrtSession.SessionOptions()) {
            var environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new OnnxModel(environment, opening.open(environment, options));
        } catch (OrtException e) {
            throw new UnusableModelException("The model cannot be loaded: " + e.getMessage(), e);
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new UnusableModelException("ONNX Runtime does not run on this machine: " + e.getMessage(), e);
        }
    }

    private static String output(Map<String, NodeInfo> outputs) throws UnusableModelException {
        for (var name : WHOLE_TEXT) {
            if (outputs.containsKey(name)) {
                return name;
            }
        }
        for (int rank = WITH_PIECES - 1; rank <= WITH_PIECES; rank++) {
            for (var output : outputs.entrySet()) {
                if (output.getValue().getInfo() instanceof TensorInfo tensor && tensor.getShape().length == rank) {
                    return output.getKey();
                }
            }
        }
        throw new UnusableModelException("The model gives "
                + outputs.keySet().stream().sorted().collect(Collectors.joining(", ")) + "; none of them is a vector.");
    }

    /** How many pieces the model takes at once, whatever a text has; 0 when it takes what there is. */
    int fixedLength() {
        var shape = inputs.getOrDefault("input_ids", null);
        return shape != null && shape.getShape().length == 2 && shape.getShape()[1] > 0
                ? Math.toIntExact(shape.getShape()[1])
                : 0;
    }

    /** The vector of a text; where the model has one for each piece, their mean. */
    float[] vector(long[] pieces, long padding) throws OrtException {
        int length = Math.max(pieces.length, fixedLength());
        var padded = LongStream.concat(Arrays.stream(pieces), LongStream.generate(() -> padding))
                .limit(length)
                .toArray();
        var mask =
                LongStream.range(0, length).map(i -> i < pieces.length ? 1 : 0).toArray();
        var tensors = new HashMap<String, OnnxTensor>();
        try {
            for (var input : inputs.keySet()) {
                tensors.put(
                        input,
                        tensor(
                                input,
                                switch (input) {
                                    case "input_ids" -> padded;
                                    case "attention_mask" -> mask;
                                    default -> new long[length];
                                }));
            }
            try (var result = session.run(tensors, Set.of(output))) {
                var vectors = (OnnxTensor) result.get(0);
                return mean(vectors.getFloatBuffer(), vectors.getInfo().getShape(), pieces.length);
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(String input, long[] numbers) throws OrtException {
        var shape = new long[] {1, numbers.length};
        var info = inputs.get(input);
        return info != null && info.type == OnnxJavaType.INT32
                ? OnnxTensor.createTensor(
                        environment,
                        IntBuffer.wrap(Arrays.stream(numbers)
                                .mapToInt(Math::toIntExact)
                                .toArray()),
                        shape)
                : OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
    }

    private static float[] mean(FloatBuffer numbers, long[] shape, int pieces) {
        int size = Math.toIntExact(shape[shape.length - 1]);
        int rows = shape.length < WITH_PIECES ? 1 : pieces;
        var sum = new double[size];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < size; i++) {
                sum[i] += numbers.get(row * size + i);
            }
        }
        var mean = new float[size];
        for (int i = 0; i < size; i++) {
            mean[i] = (float) (sum[i] / rows);
        }
        return mean;
    }
}
