package org.spike4j.training.model;

import java.io.IOException;
import org.nd4j.shade.jackson.core.JsonGenerator;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.databind.DeserializationContext;
import org.nd4j.shade.jackson.databind.DeserializationFeature;
import org.nd4j.shade.jackson.databind.JsonDeserializer;
import org.nd4j.shade.jackson.databind.JsonSerializer;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.SerializerProvider;
import org.nd4j.shade.jackson.databind.module.SimpleModule;

/** JSON of the records of a training; a number that is not finite is written as null and null is read as NaN. */
public final class ModelJson {
    private ModelJson() {}

    /**
     * A mapper for one line of JSON per value, which refuses unknown and missing fields.
     *
     * @return a new mapper
     */
    public static ObjectMapper mapper() {
        SimpleModule finite = new SimpleModule();
        finite.addSerializer(double.class, new FiniteWriter());
        finite.addSerializer(Double.class, new FiniteWriter());
        finite.addDeserializer(double.class, new FiniteReader());
        return new ObjectMapper()
                .registerModule(finite)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static final class FiniteWriter extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }

    private static final class FiniteReader extends JsonDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
