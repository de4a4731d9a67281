package org.spike4j.neuron.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Surrogates of a user's own in JSON. */
class SurrogateClassTest {
    private final ObjectMapper json = new ObjectMapper();

    /** A record outside the library's families. */
    record Quartic(@JsonProperty("width") double width) implements Surrogate {
        @Override
        public double derivative(double x) {
            return 1 / (1 + Math.pow(x / width, 4));
        }
    }

    @Test
    void aRecordOfOnesOwnIsKept() throws JsonProcessingException {
        String text = json.writerFor(Surrogate.class).writeValueAsString(new Quartic(0.4));
        assertThat(json.readValue(text, Surrogate.class)).isEqualTo(new Quartic(0.4));
    }

    @Test
    void aLambdaIsRefusedWithTheWayOut() {
        Surrogate lambda = x -> 1 / (1 + x * x);
        assertThatThrownBy(() -> json.writerFor(Surrogate.class).writeValueAsString(lambda))
                .hasMessageContaining(
                        lambda.getClass().getName() + " is a lambda or an anonymous class and cannot be saved")
                .hasMessageContaining("write a record or a class with a name that implements Surrogate");
    }

    @Test
    void anAnonymousClassIsRefused() {
        Surrogate anonymous = new Surrogate() {
            @Override
            public double derivative(double x) {
                return 1;
            }
        };
        assertThatThrownBy(() -> json.writerFor(Surrogate.class).writeValueAsString(anonymous))
                .hasMessageContaining("cannot be saved");
    }

    @Test
    void aClassThatIsMissingOrNoSurrogateIsNamed() {
        for (String name : new String[] {"com.example.Lost", "java.lang.String"}) {
            assertThatThrownBy(() -> json.readValue("{\"@class\":\"" + name + "\"}", Surrogate.class))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the surrogate class " + name + " was not found or is no Surrogate")
                    .hasMessageContaining("class path");
        }
    }

    @Test
    void aLambdaHasNoText() {
        Surrogate lambda = x -> 1;
        assertThat(lambda.formula()).isEmpty();
    }
}
