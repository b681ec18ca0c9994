package io.trainyard.models.jenetics;

import io.jenetics.BitChromosome;
import io.jenetics.BitGene;
import io.jenetics.Chromosome;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.LongChromosome;
import io.jenetics.LongGene;
import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stores a {@link Genotype} of double, integer, long or bit chromosomes: alleles, their bounds, and nothing that runs when it
 * is read, as Java serialization would. An evolution goes on from it with {@code engine.stream(List.of(genotype), 1)}. Variable-length
 * chromosomes come back with the length that they had.
 */
public final class GenotypeCodec implements ModelCodec<Genotype<?>> {

    private static final String LIBRARY = "jenetics "
            + java.util.Objects.requireNonNullElse(Genotype.class.getPackage().getImplementationVersion(), "unknown");

    /** For {@link java.util.ServiceLoader}. */
    public GenotypeCodec() {}

    @Override
    public String id() {
        return "jenetics";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no class object of Genotype<?>
    public Set<Class<? extends Genotype<?>>> types() {
        return (Set) Set.of(Genotype.class);
    }

    @Override
    public byte[] write(Genotype<?> genotype) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(genotype.length());
            for (Chromosome<?> chromosome : genotype) {
                write(chromosome, out);
            }
        }
        return new ModelEnvelope(LIBRARY, Genotype.class.getName(), bytes.toByteArray()).toBytes();
    }

    private static void write(Chromosome<?> chromosome, DataOutputStream out) throws IOException {
        if (chromosome instanceof DoubleChromosome doubles) {
            out.writeByte('d');
            out.writeInt(doubles.length());
            out.writeDouble(doubles.min());
            out.writeDouble(doubles.max());
            for (DoubleGene gene : doubles) {
                out.writeDouble(gene.allele());
            }
        } else if (chromosome instanceof IntegerChromosome integers) {
            out.writeByte('i');
            out.writeInt(integers.length());
            out.writeInt(integers.min());
            out.writeInt(integers.max());
            for (IntegerGene gene : integers) {
                out.writeInt(gene.allele());
            }
        } else if (chromosome instanceof LongChromosome longs) {
            out.writeByte('l');
            out.writeInt(longs.length());
            out.writeLong(longs.min());
            out.writeLong(longs.max());
            for (LongGene gene : longs) {
                out.writeLong(gene.allele());
            }
        } else if (chromosome instanceof BitChromosome bits) {
            out.writeByte('b');
            out.writeInt(bits.length());
            out.writeDouble(bits.oneProbability());
            for (BitGene gene : bits) {
                out.writeBoolean(gene.booleanValue());
            }
        } else {
            throw new IOException(
                    chromosome.getClass().getName()
                            + " has no form here: store double, integer, long or bit chromosomes, or what they stand for, as a record");
        }
    }

    @Override
    public Genotype<?> read(byte[] bytes, int version) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(ModelEnvelope.of(bytes).payload()))) {
            int length = in.readInt();
            List<Chromosome<?>> chromosomes = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                chromosomes.add(chromosome(in));
            }
            return genotype(chromosomes);
        }
    }

    // sound: all chromosomes of a genotype have genes of one class, and these are one's
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Genotype<?> genotype(List<Chromosome<?>> chromosomes) {
        return Genotype.of((Iterable) chromosomes);
    }

    private static Chromosome<?> chromosome(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        int length = in.readInt();
        return switch (kind) {
            case 'd' -> {
                double min = in.readDouble();
                double max = in.readDouble();
                List<DoubleGene> genes = new ArrayList<>();
                for (int i = 0; i < length; i++) {
                    genes.add(DoubleGene.of(in.readDouble(), min, max));
                }
                yield DoubleChromosome.of(genes);
            }
            case 'i' -> {
                int min = in.readInt();
                int max = in.readInt();
                List<IntegerGene> genes = new ArrayList<>();
                for (int i = 0; i < length; i++) {
                    genes.add(IntegerGene.of(in.readInt(), min, max));
                }
                yield IntegerChromosome.of(genes);
            }
            case 'l' -> {
                long min = in.readLong();
                long max = in.readLong();
                List<LongGene> genes = new ArrayList<>();
                for (int i = 0; i < length; i++) {
                    genes.add(LongGene.of(in.readLong(), min, max));
                }
                yield LongChromosome.of(genes);
            }
            case 'b' -> {
                double ones = in.readDouble();
                java.util.BitSet bits = new java.util.BitSet(length);
                for (int i = 0; i < length; i++) {
                    bits.set(i, in.readBoolean());
                }
                yield BitChromosome.of(bits, length, ones);
            }
            default -> throw new IOException("a chromosome of the unknown kind " + kind);
        };
    }
}
