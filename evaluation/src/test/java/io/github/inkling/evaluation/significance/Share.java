package io.github.inkling.evaluation.significance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** A number from 0 to 1. */
@Target({ElementType.TYPE_USE, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@DoubleRange(min = 0, max = 1)
@Scale(6)
@interface Share {}
