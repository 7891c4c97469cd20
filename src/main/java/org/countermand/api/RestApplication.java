package org.countermand.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.countermand.api.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST API, version 1: its path, and what all of its operations have in common. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Countermand",
            version = "1",
            description =
                """
                Brings orders in, asks what may be cancelled and for how much, and cancels. \
                Amounts are whole minor units with their currency. Every no is a problem \
                (RFC 9457) with a code for programs and, after Accept-Language (en, de, fr), a \
                sentence for people.""",
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
    security = @SecurityRequirement(name = RestApplication.PARTNER_KEY),
    components =
        @Components(
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = RestApplication.PARTNER_KEY,
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    description = "The partner's key, which also says whose shop it is"),
            responses = {
              @APIResponse(
                  name = RestApplication.MALFORMED,
                  description = "The request cannot be read: MALFORMED, UNKNOWN_FIELD",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = RestApplication.NOT_AUTHENTICATED,
                  description = "No key, or none that is known: NOT_AUTHENTICATED",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = RestApplication.NOT_FOUND,
                  description = "It does not exist, or not for this caller: NOT_FOUND",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = RestApplication.CONFLICT,
                  description = "It can be read but not done now; the code and findings say why",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = RestApplication.TOO_LARGE,
                  description = "The body is too large: TOO_LARGE",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = RestApplication.INVALID,
                  description = "Values are missing or wrong; the findings name every one",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = RestApplication.TOO_MANY,
                  description = "Too many requests: TOO_MANY_REQUESTS",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = RestApplication.ACCIDENT,
                  description = "An accident on our side, known by its id: INTERNAL",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class)))
            }))
public class RestApplication extends Application {

  static final String PARTNER_KEY = "partnerKey";

  static final String MALFORMED = "Malformed";
  static final String NOT_AUTHENTICATED = "NotAuthenticated";
  static final String NOT_FOUND = "NotFound";
  static final String CONFLICT = "Conflict";
  static final String TOO_LARGE = "TooLarge";
  static final String INVALID = "Invalid";
  static final String TOO_MANY = "TooManyRequests";
  static final String ACCIDENT = "Accident";
}
