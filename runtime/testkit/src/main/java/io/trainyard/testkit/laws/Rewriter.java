package io.trainyard.testkit.laws;

import io.trainyard.testkit.laws.Place.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites one class file of a strategy so that what it asks of the machine goes through {@link Doors}, and takes note of where
 * it asks. Nothing else changes: a class that asks nothing stays as it is, but for the hash code of its objects where it, and
 * its super class, have none.
 */
final class Rewriter extends ClassVisitor {

    private static final String DOORS = Type.getInternalName(Doors.class);
    private static final String HELD = Type.getInternalName(HeldThread.class);
    private static final String THREAD = "java/lang/Thread";
    private static final String TIME = "java/time/";
    private static final Set<String> NOW = Set.of(
            TIME + "Instant",
            TIME + "LocalDate",
            TIME + "LocalTime",
            TIME + "LocalDateTime",
            TIME + "ZonedDateTime",
            TIME + "OffsetDateTime");
    private static final Set<String> EXECUTORS = Set.of(
            "java/util/concurrent/Executor",
            "java/util/concurrent/ExecutorService",
            "java/util/concurrent/ScheduledExecutorService",
            "java/util/concurrent/ThreadPoolExecutor",
            "java/util/concurrent/ForkJoinPool");
    private static final Set<String> TASKS = Set.of(
            "execute(Ljava/lang/Runnable;)V",
            "submit(Ljava/lang/Runnable;)Ljava/util/concurrent/Future;",
            "submit(Ljava/util/concurrent/Callable;)Ljava/util/concurrent/Future;");
    private static final String READERS = "io/trainyard/market/data/";
    private static final String HASH = "trainyard$hash";

    private final List<Place> places = new ArrayList<>();
    private String name = "";
    private String file = "";
    private boolean hashed;
    private boolean changed;

    private Rewriter(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
    }

    /**
     * A class file, rewritten.
     *
     * @param bytes as it was
     * @param places what was found worth a look is added here
     */
    static byte[] rewrite(byte[] bytes, List<Place> places) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        Rewriter rewriter = new Rewriter(writer);
        reader.accept(rewriter, 0);
        places.addAll(rewriter.places);
        return rewriter.changed ? writer.toByteArray() : bytes;
    }

    @Override
    public void visit(
            int version,
            int access,
            String className,
            @Nullable String signature,
            String superName,
            String[] interfaces) {
        super.visit(version, access, className, signature, superName, interfaces);
        name = className;
        hashed = !"java/lang/Object".equals(superName) || (access & Opcodes.ACC_INTERFACE) != 0;
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        super.visitSource(source, debug);
        file = source == null ? "" : source;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        hashed |= method.equals("hashCode") && descriptor.equals("()I");
        return new Calls(super.visitMethod(access, method, descriptor, signature, exceptions));
    }

    @Override
    public void visitEnd() {
        if (!hashed) {
            changed = true;
            addHashCode();
        }
        super.visitEnd();
    }

    /**
     * <pre>
     * private transient int trainyard$hash;
     * public int hashCode() {
     *   if (trainyard$hash == 0) trainyard$hash = Doors.hash(this);
     *   return trainyard$hash;
     * }
     * </pre>
     *
     * Written without a branch, which would need a frame: {@code Doors} is asked each time, with what it said before.
     */
    private void addHashCode() {
        super.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, HASH, "I", null, null)
                .visitEnd();
        MethodVisitor code =
                super.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, "hashCode", "()I", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, HASH, "I");
        code.visitMethodInsn(Opcodes.INVOKESTATIC, DOORS, "hash", "(Ljava/lang/Object;I)I", false);
        code.visitInsn(Opcodes.DUP_X1);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, HASH, "I");
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private final class Calls extends MethodVisitor {
        private int line;
        private int newDates;
        private int newThreads;

        Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            super.visitLineNumber(number, start);
            line = number;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW && type.equals(THREAD)) {
                newThreads++;
                changed = true;
                super.visitTypeInsn(opcode, HELD);
                return;
            }
            super.visitTypeInsn(opcode, type);
            if (opcode == Opcodes.NEW && type.equals("java/util/Date")) {
                newDates++;
            }
            if (opcode == Opcodes.NEW && type.startsWith(READERS)) {
                note(Kind.RECORDING, "new " + simple(type));
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean onInterface) {
            if ((opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE)
                    && isThread(owner, method, descriptor)) {
                note(Kind.THREAD, simple(owner) + "." + method);
                throughDoor(method, doorOf(owner, descriptor));
                return;
            }
            if (owner.equals("java/util/concurrent/CompletableFuture")
                    && (method.equals("supplyAsync") || method.equals("runAsync"))) {
                note(Kind.THREAD, "CompletableFuture." + method);
                throughDoor(method, descriptor);
                return;
            }
            if (method.equals("<init>") && owner.equals(THREAD) && newThreads > 0) {
                // not the constructor of a super class, which comes without a new
                newThreads--;
                super.visitMethodInsn(opcode, HELD, method, descriptor, onInterface);
                return;
            }
            super.visitMethodInsn(opcode, owner, method, descriptor, onInterface);
            afterwards(opcode, owner, method, descriptor);
        }

        private void afterwards(int opcode, String owner, String method, String descriptor) {
            if (opcode == Opcodes.INVOKESTATIC && isClock(owner, method, descriptor)) {
                note(Kind.CLOCK, simple(owner) + "." + method + "()");
                String result = Type.getReturnType(descriptor).getDescriptor();
                String door =
                        method.equals("currentTimeMillis") ? "millis" : method.equals("nanoTime") ? "nanos" : "now";
                throughDoor(door, "(" + result + ")" + result);
            } else if (opcode == Opcodes.INVOKESPECIAL
                    && owner.equals("java/util/Date")
                    && method.equals("<init>")
                    && newDates > 0) {
                newDates--;
                if (descriptor.equals("()V")) {
                    note(Kind.CLOCK, "new Date()");
                    super.visitInsn(Opcodes.DUP);
                    throughDoor("now", "(Ljava/util/Date;)V");
                }
            } else if (opcode == Opcodes.INVOKESTATIC && isUnordered(owner, method)) {
                throughDoor("ordered", "(L" + owner + ";)L" + owner + ";");
            } else if (opcode == Opcodes.INVOKESTATIC
                    && (owner.startsWith(READERS) || owner.equals("io/trainyard/market/LiveFeeds"))) {
                note(Kind.RECORDING, simple(owner) + "." + method);
            } else if (opcode != Opcodes.INVOKESPECIAL && isLoad(method, descriptor)) {
                note(Kind.RECORDING, simple(owner) + ".load");
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] others = Arrays.copyOf(arguments, arguments.length);
            for (int i = 0; i < others.length; i++) {
                if (others[i] instanceof Handle handle
                        && isClock(handle.getOwner(), handle.getName(), handle.getDesc())
                        && Type.getArgumentTypes(handle.getDesc()).length == 0
                        && handles(handle)) {
                    note(Kind.CLOCK, simple(handle.getOwner()) + "::" + handle.getName());
                    changed = true;
                    others[i] = new Handle(
                            Opcodes.H_INVOKESTATIC,
                            Type.getInternalName(ClockDoors.class),
                            ClockDoors.name(handle.getOwner(), handle.getName()),
                            handle.getDesc(),
                            false);
                }
            }
            super.visitInvokeDynamicInsn(method, descriptor, bootstrap, others);
        }

        private boolean handles(Handle handle) {
            return !ClockDoors.name(handle.getOwner(), handle.getName()).isEmpty();
        }

        /** A door takes what the call would have taken, and who calls. */
        private void throughDoor(String door, String descriptor) {
            changed = true;
            super.visitLdcInsn(Type.getObjectType(name));
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, DOORS, door, descriptor.replace(")", "Ljava/lang/Class;)"), false);
        }

        private void note(Kind kind, String what) {
            places.add(new Place(kind, what, name.replace('/', '.') + " (" + file + ":" + line + ")"));
        }
    }

    private static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }

    private static boolean isClock(String owner, String method, String descriptor) {
        if (owner.equals("java/lang/System")) {
            return method.equals("currentTimeMillis") || method.equals("nanoTime");
        }
        if (owner.equals(TIME + "Clock")) {
            return method.equals("systemUTC") || method.equals("systemDefaultZone") || method.equals("system");
        }
        if (owner.equals("java/util/Calendar")) {
            return method.equals("getInstance");
        }
        // now(Clock) asks a clock that somebody chose
        return NOW.contains(owner) && method.equals("now") && !descriptor.contains("Clock");
    }

    private static boolean isUnordered(String owner, String method) {
        boolean made = method.equals("of") || method.equals("copyOf") || method.equals("ofEntries");
        return made && (owner.equals("java/util/Set") || owner.equals("java/util/Map"));
    }

    private static boolean isThread(String owner, String method, String descriptor) {
        if (owner.equals(THREAD)) {
            return method.equals("start");
        }
        return EXECUTORS.contains(owner) && TASKS.contains(method + descriptor);
    }

    /** The descriptor of the door for a call on an object: the object comes first. */
    private static String doorOf(String owner, String descriptor) {
        String receiver = owner.equals(THREAD)
                ? "Ljava/lang/Thread;"
                : descriptor.endsWith("V")
                        ? "Ljava/util/concurrent/Executor;"
                        : "Ljava/util/concurrent/ExecutorService;";
        return descriptor.replace("(", "(" + receiver);
    }

    private static boolean isLoad(String method, String descriptor) {
        return method.equals("load")
                && (descriptor.equals("(Lio/trainyard/market/Subscription;)Lio/trainyard/market/BarSeries;")
                        || descriptor.equals("(Ljava/util/List;)Lio/trainyard/market/Tape;"));
    }
}
