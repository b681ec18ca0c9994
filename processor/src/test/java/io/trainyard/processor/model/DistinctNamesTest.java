package io.trainyard.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistinctNamesTest {

    @Test
    void gives_each_name_out_once() {
        DistinctNames names = new DistinctNames(List.of("host"), List.of("fit", "fit", "fit2", "host"));
        assertThat(List.of(names.claim("fit"), names.claim("fit"), names.claim("fit2"), names.claim("host")))
                .containsExactly("fit", "fit3", "fit2", "host2");
    }
}
