/**
 * Features of normalised digits: HOG, scattering, zoning, edge directions, contours, projections
 * and pixels. Each is a {@link io.github.inkling.core.model.FeatureExtractor} with a record of
 * settings, known by name to {@link io.github.inkling.core.model.FeatureExtractors}.
 */
package io.github.inkling.features;
