package dev.sluice.http;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;

/**
 * In every test over HTTP: what of ours is written or read as JSON is known to the native file. It knows what is annotated,
 * and what the signatures of resources lead to; a type that hides behind an {@code Object} there could not be written.
 */
@Singleton
class EveryAnswerIsRegistered implements ObjectMapperCustomizer {
    private final BeanManager beans;
    private final Set<Class<?>> inSignatures = new HashSet<>();

    EveryAnswerIsRegistered(BeanManager beans) {
        this.beans = beans;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    collect(method.getGenericReturnType());
                    for (Type parameter : method.getGenericParameterTypes()) {
                        collect(parameter);
                    }
                }
            }
        }
        mapper.registerModule(new SimpleModule("every answer is registered")
                .setSerializerModifier(new BeanSerializerModifier() {
                    @Override
                    public JsonSerializer<?> modifySerializer(
                            SerializationConfig config, BeanDescription type, JsonSerializer<?> serializer) {
                        check(type.getBeanClass());
                        return serializer;
                    }
                })
                .setDeserializerModifier(new BeanDeserializerModifier() {
                    @Override
                    public JsonDeserializer<?> modifyDeserializer(
                            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
                        check(type.getBeanClass());
                        return deserializer;
                    }
                }));
    }

    private void collect(Type type) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType());
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument);
            }
        } else if (type instanceof WildcardType wildcard) {
            collect(wildcard.getUpperBounds()[0]);
        } else if (type instanceof Class<?> found && isOurs(found) && inSignatures.add(found)) {
            for (Field field : found.getDeclaredFields()) {
                collect(field.getGenericType());
            }
        }
    }

    private void check(Class<?> type) {
        if (isOurs(type) && !type.isAnnotationPresent(RegisterForReflection.class) && !inSignatures.contains(type)) {
            throw new IllegalStateException(type.getName() + " needs @RegisterForReflection");
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.sluice.");
    }
}
