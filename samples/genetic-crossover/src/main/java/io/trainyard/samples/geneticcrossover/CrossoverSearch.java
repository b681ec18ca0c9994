package io.trainyard.samples.geneticcrossover;

import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.util.Factory;
import io.jenetics.util.RandomRegistry;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Searches for a {@link Crossover} by a genetic algorithm. Genes are the fast average and by how much the slow one is longer, so
 * that every genotype is a rule. The same closes, start and seed give the same genotype.
 */
final class CrossoverSearch {

    static final int GENERATIONS = 30;

    /** The longest average there can be. */
    static final int LONGEST = 80;

    private static final int POPULATION = 40;
    /** The bounds of a gene are from one to before the other. */
    static final Factory<Genotype<IntegerGene>> RULES =
            Genotype.of(IntegerChromosome.of(1, 31), IntegerChromosome.of(1, LONGEST - 30 + 1));

    private CrossoverSearch() {}

    /** The rule that a genotype stands for. */
    static Crossover rule(Genotype<IntegerGene> genotype) {
        int fast = genotype.get(0).gene().allele();
        return new Crossover(fast, fast + genotype.get(1).gene().allele());
    }

    /** What is searched for: the growth of its rule over the closes, each after the longest average is known. */
    static double fitness(Genotype<IntegerGene> genotype, double[] closes) {
        return rule(genotype).growth(closes, LONGEST - 1);
    }

    /**
     * The best genotype of all generations.
     *
     * @param start genotypes that are in the first population; the rest is drawn
     * @param eachGeneration is told how many are done; what it throws ends the search
     */
    static Genotype<IntegerGene> search(
            double[] closes, List<Genotype<IntegerGene>> start, long seed, IntConsumer eachGeneration) {
        Engine<IntegerGene, Double> engine = Engine.builder(genotype -> fitness(genotype, closes), RULES)
                .populationSize(POPULATION)
                .executor(Runnable::run) // this thread: it is the one that can be told to stop
                .build();
        return RandomRegistry.with(
                new Random(seed),
                random -> engine.stream(start, 1)
                        .limit(GENERATIONS)
                        .peek(generation -> eachGeneration.accept((int) generation.generation()))
                        .collect(EvolutionResult.toBestGenotype()));
    }
}
