package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources that are unusual and right. */
class CornersTest {

    @Test
    void a_strategy_without_a_package() {
        Compilation compilation = Javac.compile(JavaFileObjects.forSourceString("Bare", """
                import io.trainyard.*;

                @Strategy(zone = "UTC")
                final class Bare {
                    @Stored("bare/a") String a;

                    Bare(Bare_Guard guard) {}

                    @Train
                    String fit() {
                        return "";
                    }
                }
                """));
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void a_strategy_in_an_interface_with_a_qualified_guard() {
        assertThat(Javac.compile(Javac.source("Around", """
                                package demo;

                                interface Around {
                                    @io.trainyard.Strategy(zone = "UTC")
                                    final class Inside {
                                        Inside(demo.Around_Inside_Guard guard) {}
                                    }
                                }
                                """)).diagnostics()).isEmpty();
    }

    @Test
    void classes_that_are_called_like_those_of_generated_code() {
        assertThat(Javac.compile(List.of("-Xlint:-auxiliaryclass"), Javac.source("Component", """
                                        package demo;

                                        import io.trainyard.*;

                                        @Strategy(zone = "UTC")
                                        @Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
                                        class Component {
                                            record History(int a) {}

                                            record ModelSlot(List a) {}

                                            @Stored("component/history") History history;
                                            @Stored("component/list") List list;
                                            @Stored("component/slot") ModelSlot slot;

                                            Component(Factory factory, Module module) {}

                                            @Train
                                            History fit(io.trainyard.market.History history) {
                                                return new History(1);
                                            }

                                            @Train
                                            List list(io.trainyard.market.History history) {
                                                return new List();
                                            }

                                            @Train
                                            ModelSlot slot() {
                                                return new ModelSlot(list);
                                            }

                                            @OnData
                                            void on(io.trainyard.market.Slice slice) {}
                                        }

                                        class List {}

                                        class Module {
                                            @javax.inject.Inject Module() {}
                                        }

                                        class Factory {
                                            @javax.inject.Inject Factory() {}
                                        }
                                        """))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void scopes_and_qualifiers_of_jakarta() {
        assertThat(Javac.compile(Javac.source("Modern", """
                                package demo;

                                import io.trainyard.*;

                                @Strategy(zone = "UTC", modules = Modern.Rates.class)
                                final class Modern {
                                    Modern(@jakarta.inject.Named("rate") double rate, Desk desk) {}

                                    @jakarta.inject.Inject
                                    Modern(@jakarta.inject.Named("rate") double rate) {}

                                    @jakarta.inject.Singleton
                                    static final class Desk {
                                        @jakarta.inject.Inject
                                        Desk() {}
                                    }

                                    @dagger.Module
                                    interface Rates {
                                        @dagger.Provides
                                        @jakarta.inject.Singleton
                                        @jakarta.inject.Named("rate")
                                        static double rate(Desk desk) {
                                            return 0.04;
                                        }
                                    }
                                }
                                """)).diagnostics()).isEmpty();
    }

    @Test
    void parameters_that_may_be_null() {
        assertThat(Javac.compile(Javac.source("Nulls", """
                                package demo;

                                import io.trainyard.*;
                                import org.jspecify.annotations.Nullable;

                                @Strategy(zone = "UTC", modules = Nulls.Rates.class)
                                final class Nulls {
                                    Nulls(@Nullable String text, java.util.@Nullable Random random) {}

                                    @dagger.Module
                                    interface Rates {
                                        @dagger.Provides
                                        static @Nullable String text() {
                                            return null;
                                        }

                                        @dagger.Provides
                                        static java.util.@Nullable Random random() {
                                            return null;
                                        }
                                    }
                                }
                                """)).diagnostics()).isEmpty();
    }

    @Test
    void members_that_are_deprecated() {
        assertThat(Javac.compile(Javac.source("Old", """
                                package demo;

                                import io.trainyard.*;

                                @Strategy(zone = "UTC")
                                final class Old {
                                    @Deprecated
                                    @Stored("old/a")
                                    String a;

                                    @Deprecated(forRemoval = true)
                                    @Stored("old/b")
                                    Integer b;

                                    @Deprecated
                                    @Train
                                    String a() {
                                        return "";
                                    }

                                    @Deprecated(forRemoval = true)
                                    @Train
                                    Integer b() {
                                        return 1;
                                    }
                                }
                                """)).diagnostics()).isEmpty();
    }
}
