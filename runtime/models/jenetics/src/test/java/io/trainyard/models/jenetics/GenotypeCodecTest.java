package io.trainyard.models.jenetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenetics.BitChromosome;
import io.jenetics.CharacterChromosome;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.LongChromosome;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.util.RandomRegistry;
import io.trainyard.store.ModelCodecContract;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The weights of a rule that an evolution finds. */
@SuppressWarnings("rawtypes") // as the contract needs a class object: there is none of Genotype<DoubleGene>
final class GenotypeCodecTest extends ModelCodecContract<Genotype> {

    private static final double[] SOUGHT = {0.25, -0.75, 0.5};

    private static double distance(Genotype<DoubleGene> genotype) {
        double sum = 0;
        for (int i = 0; i < SOUGHT.length; i++) {
            double off = genotype.chromosome().get(i).allele() - SOUGHT[i];
            sum += off * off;
        }
        return sum;
    }

    private static Genotype<DoubleGene> evolve(Stream<Genotype<DoubleGene>> from, long generations) {
        return RandomRegistry.with(
                new Random(17),
                random -> Engine.builder(
                                GenotypeCodecTest::distance, Genotype.of(DoubleChromosome.of(-1, 1, SOUGHT.length)))
                        .minimizing()
                        .populationSize(30)
                        .executor(Runnable::run)
                        .build()
                        .stream(from.toList())
                        .limit(generations)
                        .collect(EvolutionResult.toBestGenotype()));
    }

    @Override
    protected Class<Genotype> type() {
        return Genotype.class;
    }

    @Override
    protected String id() {
        return "jenetics";
    }

    @Override
    protected Genotype train() {
        return evolve(Stream.empty(), 40);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Optional<Genotype> trainOn(Genotype genotype) {
        return Optional.of(evolve(Stream.of((Genotype<DoubleGene>) genotype), 5));
    }

    @Override
    @SuppressWarnings("unchecked")
    protected double[] predict(Genotype genotype) {
        double[] weights = ((Genotype<DoubleGene>) genotype)
                .chromosome()
                .as(DoubleChromosome.class)
                .toArray();
        double[] predictions = new double[20];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = weights[0] * i + weights[1] * Math.sqrt(i) + weights[2];
        }
        return predictions;
    }

    static Stream<Genotype<?>> genotypes() {
        return RandomRegistry.with(
                new Random(3),
                random -> Stream.of(
                        Genotype.of(IntegerChromosome.of(-5, 5, 4), IntegerChromosome.of(0, 9, 2)),
                        Genotype.of(LongChromosome.of(Long.MIN_VALUE, Long.MAX_VALUE, 3)),
                        Genotype.of(BitChromosome.of(17, 0.3), BitChromosome.of(8, 0.5)),
                        Genotype.of(DoubleChromosome.of(0, 1, 1))));
    }

    @ParameterizedTest
    @MethodSource("genotypes")
    void gives_back_all_numeric_genes(Genotype<?> genotype) throws Exception {
        GenotypeCodec codec = new GenotypeCodec();

        assertThat(codec.read(codec.write(genotype), 1)).isEqualTo(genotype);
    }

    @Test
    void says_what_it_cannot_store() {
        assertThatThrownBy(() -> new GenotypeCodec().write(Genotype.of(CharacterChromosome.of(3))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CharacterChromosome has no form here");
    }
}
