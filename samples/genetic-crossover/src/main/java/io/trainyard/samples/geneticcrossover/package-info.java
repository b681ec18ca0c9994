/** The averages of a crossover, searched for by a genetic algorithm that goes on every week. */
package io.trainyard.samples.geneticcrossover;
