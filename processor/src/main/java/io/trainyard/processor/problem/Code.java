package io.trainyard.processor.problem;

/** The kinds of problems. Each has a page of its name in {@code processor/errors}. */
public enum Code {
    /** An option of the processor has a value that it does not know. */
    TY001(Severity.ERROR, true),
    /** Dagger is not on the class path. */
    TY002(Severity.ERROR, true),
    /** Trainyard's core is not on the class path. */
    TY003(Severity.ERROR, true),
    /** Dagger's compiler did not run. */
    TY004(Severity.ERROR, true),
    /** A timetable cannot be written. */
    TY005(Severity.WARN, false),
    /** Trainyard's library for learning is not on the class path. */
    TY006(Severity.ERROR, true),

    /** The strategy is not a class but an interface, an enum, a record or an annotation. */
    TY101(Severity.ERROR, true),
    /** The strategy, or a class around it, is private. */
    TY102(Severity.ERROR, true),
    /** The strategy is abstract. */
    TY103(Severity.ERROR, true),
    /** The strategy is an inner class that needs an instance of its outer class. */
    TY104(Severity.ERROR, true),
    /** The strategy has type parameters. */
    TY105(Severity.ERROR, true),
    /** An annotation of Trainyard stands in or on a class that is not a strategy. */
    TY106(Severity.ERROR, false),
    /** A method that the host calls is private, static, abstract or generic. */
    TY107(Severity.ERROR, true),
    /** A stored field is private, static or final. */
    TY108(Severity.ERROR, true),
    /** The name of a strategy is malformed. */
    TY109(Severity.ERROR, true),
    /** Two strategies have one name. */
    TY110(Severity.ERROR, false),
    /** The strategy cannot be constructed. */
    TY111(Severity.ERROR, true),
    /** Generated code cannot name a type. */
    TY112(Severity.ERROR, true),
    /** A class in {@code modules} is no Dagger module that can be installed. */
    TY113(Severity.ERROR, true),
    /** {@code @Inject} stands on a member, where nothing serves it. */
    TY114(Severity.ERROR, false),
    /** The strategy extends another strategy. */
    TY115(Severity.ERROR, false),
    /** The name of a generated class is taken. */
    TY116(Severity.ERROR, true),

    /** {@code at} is not a time of day. */
    TY201(Severity.ERROR, true),
    /** {@code zone} is unknown. */
    TY202(Severity.ERROR, true),
    /** {@code zone} is an abbreviation or an offset. */
    TY203(Severity.ERROR, true),
    /** Dates without times. */
    TY204(Severity.ERROR, true),
    /** Times without dates. */
    TY205(Severity.ERROR, true),
    /** An annotation names one day twice. */
    TY206(Severity.WARN, false),
    /** A word is not a date. */
    TY207(Severity.ERROR, true),
    /** {@code nth} counts no one day of the week, or too far. */
    TY208(Severity.ERROR, true),
    /** {@code offset} leads out of its period, or there is none. */
    TY209(Severity.ERROR, true),
    /** {@code everyWeeks} and {@code anchor} do not make sense together. */
    TY210(Severity.ERROR, true),
    /** Several elements give dates of their own. */
    TY211(Severity.ERROR, true),
    /** {@code every} is no interval. */
    TY212(Severity.ERROR, true),
    /** {@code between} is no window. */
    TY213(Severity.ERROR, true),
    /** {@code symbol} is not subscribed to. */
    TY214(Severity.ERROR, true),
    /** {@code market} is unknown. */
    TY215(Severity.ERROR, true),
    /** Something needs a market, and none is named. */
    TY216(Severity.ERROR, true),
    /** {@code symbol} and {@code market} beside each other. */
    TY217(Severity.ERROR, true),
    /** A number of minutes is none. */
    TY218(Severity.ERROR, true),
    /** {@code maxLateness} is no length of time. */
    TY219(Severity.ERROR, true),
    /** An element says how to read what is not there. */
    TY220(Severity.ERROR, true),
    /** {@code limit} is not a length of time. */
    TY240(Severity.ERROR, true),
    /** {@code limit} leaves no time, or more than there can be. */
    TY241(Severity.ERROR, true),
    /** The annotations of a training have different limits. */
    TY242(Severity.ERROR, true),
    /** {@code backoff} or {@code fixedCost} is not a length of time. */
    TY250(Severity.ERROR, true),
    /** {@code backoff} or {@code fixedCost} is shorter or longer than it can be. */
    TY251(Severity.ERROR, true),
    /** {@code cost} and {@code fixedCost} do not make sense together. */
    TY252(Severity.ERROR, true),
    /** {@code backoff} without retries. */
    TY253(Severity.ERROR, true),
    /** A number of retries or failures is negative. */
    TY254(Severity.ERROR, true),
    /** {@code fixedCost} is more than the limit. */
    TY255(Severity.ERROR, true),
    /** {@code @Runs} stands on a method that is no training. */
    TY256(Severity.ERROR, false),
    /** An element of {@code @WalkForward} is not a length of time. */
    TY260(Severity.ERROR, true),
    /** An element of {@code @WalkForward} is shorter or longer than it can be. */
    TY261(Severity.ERROR, true),
    /** Purge and embargo leave nothing of a training window. */
    TY262(Severity.ERROR, true),
    /** {@code @WalkForward} stands on a method that is no training. */
    TY263(Severity.ERROR, false),
    /** The method of a walk forward does not take it. */
    TY264(Severity.ERROR, false),
    /** A method takes a walk forward that nobody declares. */
    TY265(Severity.ERROR, true),
    /** {@code maxAge} or {@code expiresAfter} is not a length of time. */
    TY270(Severity.ERROR, true),
    /** {@code maxAge} or {@code expiresAfter} is shorter or longer than it can be. */
    TY271(Severity.ERROR, true),
    /** A model would expire before it is stale. */
    TY272(Severity.ERROR, true),
    /** {@code embargo} is not a length of time. */
    TY273(Severity.ERROR, true),
    /** {@code embargo} is shorter or longer than it can be. */
    TY274(Severity.ERROR, true),

    /** A key is malformed. */
    TY301(Severity.ERROR, true),
    /** Two fields of a strategy have one key. */
    TY302(Severity.ERROR, true),
    /** Two strategies have one key. */
    TY303(Severity.WARN, false),
    /** {@code stores} names no stored field. */
    TY304(Severity.ERROR, true),
    /** Two trainings fill one field. */
    TY305(Severity.ERROR, true),
    /** There is no field for the result of a training. */
    TY306(Severity.ERROR, true),
    /** There are several fields for the result of a training. */
    TY307(Severity.ERROR, true),
    /** A stored field is of a primitive type. */
    TY308(Severity.ERROR, true),
    /** A format does not fit the type of its field. */
    TY309(Severity.ERROR, true),
    /** Nothing trains a stored field. */
    TY310(Severity.WARN, false),
    /** A training writes its fields beside a handler that ignores the guard. */
    TY311(Severity.WARN, false),
    /** The annotations of a training name different fields. */
    TY312(Severity.ERROR, true),
    /** A training that returns nothing has no field to write. */
    TY313(Severity.ERROR, true),
    /** What is stored in a field cannot be read back. */
    TY314(Severity.ERROR, false),
    /** {@code stores} names a field that cannot hold the result. */
    TY315(Severity.ERROR, true),
    /** A training returns a wrapper of a model. */
    TY316(Severity.ERROR, true),
    /** What a field holds is a model of a library, and its codec is not there. */
    TY317(Severity.ERROR, false),
    /** A gate is on a metric without a name. */
    TY320(Severity.ERROR, true),
    /** {@code by} is negative or infinite. */
    TY321(Severity.ERROR, true),
    /** A gate lets no model through. */
    TY322(Severity.ERROR, true),
    /** A field has several gates. */
    TY323(Severity.ERROR, true),
    /** A field with a gate is written by a training itself. */
    TY324(Severity.ERROR, true),
    /** A training cannot report the metric of the gate of its field. */
    TY325(Severity.WARN, false),

    /** A method has a parameter that the host cannot hand to it. */
    TY401(Severity.ERROR, true),
    /** A training asks for a slice or a bar. */
    TY402(Severity.ERROR, true),
    /** A handler in a strategy without a subscription. */
    TY403(Severity.ERROR, false),
    /** A handler returns something. */
    TY404(Severity.ERROR, false),
    /** A symbol is malformed. */
    TY405(Severity.ERROR, false),
    /** A symbol is subscribed twice. */
    TY406(Severity.ERROR, true),
    /** A method is both a training and a handler. */
    TY407(Severity.ERROR, true),
    /** A pair is subscribed to on the market of US equity without a word. */
    TY408(Severity.WARN, false),
    /** {@code requires} names no stored field. */
    TY409(Severity.ERROR, true),
    /** A handler requires models and is called without them. */
    TY410(Severity.ERROR, true),
    /** A handler asks for what is of the run of a training. */
    TY411(Severity.ERROR, true),

    /** A schedule is never due. */
    TY501(Severity.ERROR, false),
    /** A schedule is due while a market is open. */
    TY502(Severity.WARN, false),
    /** A clock change skips a wall time. */
    TY503(Severity.WARN, false),
    /** A clock change repeats a wall time. */
    TY504(Severity.WARN, false),
    /** Trainings can overlap. */
    TY505(Severity.WARN, false),
    /** The training budget is exceeded. */
    TY506(Severity.ERROR, false),
    /** A limit is above what the training budget ever holds. */
    TY507(Severity.ERROR, false),
    /** Two schedules of a training are one. */
    TY508(Severity.WARN, false),
    /** A schedule of a training is part of another. */
    TY509(Severity.WARN, false),
    /** Schedules are due too often to be proved for all the years ahead. */
    TY510(Severity.WARN, false),
    /** A model serves longer than it is tested for. */
    TY511(Severity.WARN, false),

    /** A test replaces what nothing in the graph of its strategy takes. */
    TY601(Severity.ERROR, true),
    /** A module of a test binds nothing that the graph of its strategy takes. */
    TY602(Severity.ERROR, true),
    /** A test names a class that is no strategy. */
    TY603(Severity.ERROR, true);

    private final Severity severity;
    private final boolean fixed;

    Code(Severity severity, boolean fixed) {
        this.severity = severity;
        this.fixed = fixed;
    }

    /** How it is reported unless an option says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** Whether it stays an error whatever an option says, because no code can be generated that would work. */
    public boolean isFixed() {
        return fixed;
    }

    /** Whether the schedules that it is about mean nothing, so that they cannot be proved. */
    public boolean isOfWordsOnSchedules() {
        return fixed && name().startsWith("TY2") && compareTo(TY242) <= 0;
    }

    /** Where to read on, from the root of the project. */
    public String page() {
        return "processor/errors/" + name() + ".md";
    }
}
