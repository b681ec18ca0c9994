package io.trainyard.processor.model;

import com.palantir.javapoet.ClassName;

/** The types of Trainyard's core that user code and generated code name. The processor itself runs without the core. */
public final class CoreTypes {

    /** When something happened, and the source of market time. */
    public static final ClassName MARKET_CLOCK = ClassName.get("io.trainyard.time", "MarketClock");

    /** What is known of the market. */
    public static final ClassName HISTORY = ClassName.get("io.trainyard.market", "History");

    /** The bars that end at one instant. */
    public static final ClassName SLICE = ClassName.get("io.trainyard.market", "Slice");

    /** What a symbol did in an interval. */
    public static final ClassName BAR = ClassName.get("io.trainyard.market", "Bar");

    /** Bars that somebody wants. */
    public static final ClassName SUBSCRIPTION = ClassName.get("io.trainyard.market", "Subscription");

    /** What the strategy holds. */
    public static final ClassName PORTFOLIO = ClassName.get("io.trainyard.portfolio", "Portfolio");

    /** What a strategy keeps beyond its run. */
    public static final ClassName OBJECT_STORE = ClassName.get("io.trainyard.store", "ObjectStore");

    /** A type that can be read back. */
    public static final ClassName OBJECT_TYPE = ClassName.get("io.trainyard.store", "ObjectType");

    /** The status of one model, as the host keeps it. */
    public static final ClassName MODEL_CELL = ClassName.get("io.trainyard.training", "ModelCell");

    /** The status of one model, as the strategy asks for it. */
    public static final ClassName MODEL_STATUS = ClassName.get("io.trainyard.training", "ModelStatus");

    /** A stored field. */
    public static final ClassName MODEL_SLOT = ClassName.get("io.trainyard.training", "ModelSlot");

    /** How old a model may become. */
    public static final ClassName FRESHNESS = ClassName.get("io.trainyard.training", "Freshness");

    /** Which models may take the place of another. */
    public static final ClassName PROMOTION_GATE = ClassName.get("io.trainyard.training", "PromotionGate");

    /** The run of a training, as its method sees it. */
    public static final ClassName TRAINING = ClassName.get("io.trainyard.training", "Training");

    /** The rules for the runs of a training. */
    public static final ClassName RUN_POLICY = ClassName.get("io.trainyard.training", "RunPolicy");

    /** A training as declared. */
    public static final ClassName TRAINING_DEFINITION = ClassName.get("io.trainyard.training", "TrainingDefinition");

    /** A training that can be run. */
    public static final ClassName TRAINING_JOB = ClassName.get("io.trainyard.training", "TrainingJob");

    /** A handler bound to a strategy. */
    public static final ClassName DATA_HANDLER = ClassName.get("io.trainyard.strategy", "DataHandler");

    /** What a host lends. */
    public static final ClassName HOST_PARTS = ClassName.get("io.trainyard.strategy", "HostParts");

    /** Tells whether models are ready. */
    public static final ClassName MODEL_GUARD = ClassName.get("io.trainyard.strategy", "ModelGuard");

    /** A strategy as declared. */
    public static final ClassName STRATEGY_DEFINITION = ClassName.get("io.trainyard.strategy", "StrategyDefinition");

    /** What is generated for a strategy. */
    public static final ClassName STRATEGY_WIRING = ClassName.get("io.trainyard.strategy", "StrategyWiring");

    /** One instance of a strategy, wired. */
    public static final ClassName WIRED_STRATEGY = ClassName.get("io.trainyard.strategy", "WiredStrategy");

    /** Of the test kit: what is generated for a test class. */
    public static final ClassName TEST_WIRING = ClassName.get("io.trainyard.testkit", "TestWiring");

    /** Of the library for learning: a walk forward as of the time of a run. */
    public static final ClassName WALK = ClassName.get("io.trainyard.learning.splits", "Walk");

    /** Of the library for learning: what makes it. */
    public static final ClassName WALK_FORWARD_SPLITS =
            ClassName.get("io.trainyard.learning.splits", "WalkForwardSplits");

    /** Marks generated code. */
    public static final ClassName GENERATED = ClassName.get("io.trainyard.strategy", "TrainyardGenerated");

    private CoreTypes() {}
}
