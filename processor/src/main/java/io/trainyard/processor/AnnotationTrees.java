package io.trainyard.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.trainyard.processor.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Prints at annotations that are repeated, and at values of annotations in annotations. A {@code Messager} of javac (17
 * to 25) finds the place of an annotation's value only where the annotation stands alone and outside of others; for
 * repeated ones, which it knows as one container that nobody typed, it falls back to the element. The compiler's tree
 * knows better. Where there is none (other compilers, wrapped environments) the caller has to fall back after all.
 */
final class AnnotationTrees {

    private AnnotationTrees() {}

    /** Prints at a place in an annotation; false, and nothing printed, if it is in none or cannot be found. */
    static boolean print(ProcessingEnvironment environment, Kind kind, String text, Place place) {
        AnnotationMirror mirror = place.annotation();
        if (mirror == null) {
            return false;
        }
        int index = Math.max(indexAmongRepeated(place.element(), mirror), 0);
        try {
            Trees trees = Trees.instance(environment);
            TreePath path = trees.getPath(place.element());
            if (path == null) {
                return false;
            }
            String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
            List<AnnotationTree> typed = typed(path.getLeaf(), name);
            if (index >= typed.size()) {
                return false;
            }
            AnnotationTree annotation = typed.get(index);
            Tree found = place.value() == null ? annotation : find(annotation, mirror, place.value());
            Tree tree = found == null ? annotation : found;
            trees.printMessage(kind, text, tree, path.getCompilationUnit());
            return true;
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            return false;
        }
    }

    /** Which of several annotations of its type it is; -1 if it stands alone. */
    private static int indexAmongRepeated(Element element, AnnotationMirror mirror) {
        for (AnnotationMirror outer : element.getAnnotationMirrors()) {
            for (AnnotationValue value : outer.getElementValues().values()) {
                if (value.getValue() instanceof List<?> items) {
                    for (int i = 0; i < items.size(); i++) {
                        if (((AnnotationValue) items.get(i)).getValue() == mirror) {
                            return i;
                        }
                    }
                }
            }
        }
        return -1;
    }

    private static List<AnnotationTree> typed(Tree declaration, String name) {
        List<? extends AnnotationTree> all = declaration instanceof MethodTree method
                ? method.getModifiers().getAnnotations()
                : declaration instanceof ClassTree type ? type.getModifiers().getAnnotations() : List.of();
        List<AnnotationTree> named = new ArrayList<>();
        for (AnnotationTree annotation : all) {
            String written = annotation.getAnnotationType().toString();
            if (written.equals(name) || written.endsWith("." + name)) {
                named.add(annotation);
            }
        }
        return named;
    }

    /** The tree of a value, at whatever depth; null if it is not to be found in the annotation. */
    private static @Nullable Tree find(AnnotationTree annotation, AnnotationMirror mirror, AnnotationValue wanted) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            ExpressionTree typed =
                    argument(annotation, entry.getKey().getSimpleName().toString());
            Tree found = typed == null ? null : find(typed, entry.getValue(), wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Tree find(ExpressionTree typed, AnnotationValue value, AnnotationValue wanted) {
        if (value == wanted) {
            return typed;
        }
        if (value.getValue() instanceof AnnotationMirror nested) {
            return typed instanceof AnnotationTree annotation ? find(annotation, nested, wanted) : null;
        }
        if (value.getValue() instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                // one item may be typed without braces
                ExpressionTree item = typed instanceof NewArrayTree array
                        ? i < array.getInitializers().size()
                                ? array.getInitializers().get(i)
                                : null
                        : typed;
                Tree found = item == null ? null : find(item, (AnnotationValue) items.get(i), wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable ExpressionTree argument(AnnotationTree annotation, String name) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals(name)) {
                return assignment.getExpression();
            }
        }
        return null;
    }
}
