package io.trainyard.testkit.laws;

import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One law as a test. */
final class LawDescriptor extends AbstractTestDescriptor implements Node<LawsEngine.Context> {

    private final Law law;

    LawDescriptor(UniqueId id, Law law) {
        super(id, law.words());
        this.law = law;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public String getLegacyReportingName() {
        return law.name();
    }

    @Override
    public Set<TestTag> getTags() {
        return getParent().map(parent -> parent.getTags()).orElse(Set.of());
    }

    @Override
    public LawsEngine.Context execute(LawsEngine.Context context, DynamicTestExecutor dynamic) {
        LawsDescriptor parent = (LawsDescriptor) getParent().orElseThrow();
        Verdict verdict = parent.laws().check(law);
        if (verdict instanceof Verdict.Kept kept) {
            context.listener().reportingEntryPublished(this, ReportEntry.from("tried", kept.tried()));
        } else if (verdict instanceof Verdict.Broken broken) {
            AssertionFailedError failure = new AssertionFailedError(broken.story());
            // where the kit found out says nothing; the story says where the strategy did it
            failure.setStackTrace(new StackTraceElement[0]);
            throw failure;
        } else if (verdict instanceof Verdict.Untold untold) {
            throw new TestAbortedException("cannot be told: " + untold.why());
        }
        return context;
    }
}
