package org.spike4j.neuron.surrogate;

import java.io.IOException;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.nd4j.shade.jackson.databind.DatabindContext;
import org.nd4j.shade.jackson.databind.JavaType;
import org.nd4j.shade.jackson.databind.jsontype.impl.TypeIdResolverBase;

/** Names a surrogate in JSON by its class, and refuses one whose class has no name that could be found again. */
final class SurrogateClass extends TypeIdResolverBase {
    private JavaType base;

    @Override
    public void init(JavaType baseType) {
        base = baseType;
    }

    @Override
    public String idFromValue(Object value) {
        return idFromValueAndType(value, value.getClass());
    }

    @Override
    public String idFromValueAndType(Object value, Class<?> type) {
        if (type.isHidden() || type.isAnonymousClass()) {
            throw new IllegalArgumentException("the surrogate " + type.getName()
                    + " is a lambda or an anonymous class and cannot be saved, because no other JVM could find it; write a"
                    + " record or a class with a name that implements Surrogate");
        }
        return type.getName();
    }

    @Override
    public JavaType typeFromId(DatabindContext context, String id) throws IOException {
        try {
            return context.constructSpecializedType(
                    base, context.getTypeFactory().findClass(id));
        } catch (ClassNotFoundException | IllegalArgumentException e) {
            throw new IOException(
                    "the surrogate class " + id
                            + " was not found or is no Surrogate; put the jar that has it on the class path",
                    e);
        }
    }

    @Override
    public String getDescForKnownTypeIds() {
        return "names of classes that implement Surrogate";
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
