package io.trainyard.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of this field of a test class takes the place of what a strategy would be given: a part of the host, or what Dagger
 * would make for the type of the field and its qualifier. It is read when the strategy is deployed, so that {@code @BeforeEach}
 * methods and other extensions, such as Mockito's, may have set it.
 *
 * <pre>
 * &#64;Replace Broker broker = new FakeBroker();
 * &#64;Replace &#64;Named("fast") Signal signal = () -&gt; 1;
 * </pre>
 *
 * The processor writes a graph with that place left open, when the test is compiled; it says so if nothing in the strategy's
 * graph takes such a thing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Replace {}
