package io.selftimed.organizer;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the {@link DoorKeeper} before every page of the organizers, and hands handlers the
 * visit it let through and the {@link WayBack}.
 */
@Component
class Doors implements WebMvcConfigurer {

	private final DoorKeeper keeper;

	Doors(DoorKeeper keeper) {
		this.keeper = keeper;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.keeper).addPathPatterns("/organizer", "/organizer/**");
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new Admitted(RaceVisit.class, "raceVisit"));
		resolvers.add(new Admitted(EventVisit.class, "eventVisit"));
		resolvers.add(new Back());
	}

	/**
	 * Hands out the way back to the list that a page was opened from.
	 */
	private static final class Back implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == WayBack.class;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			return (request.getAttribute("eventVisit", RequestAttributes.SCOPE_REQUEST) instanceof EventVisit visit)
					? WayBack.read(visit, request.getParameter(WayBack.PARAMETER)) : null;
		}

	}

	/**
	 * Hands out what the keeper left with the request.
	 *
	 * @param type the type of the argument
	 * @param attribute where the keeper left it
	 */
	private record Admitted(Class<?> type, String attribute) implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == this.type;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			return request.getAttribute(this.attribute, RequestAttributes.SCOPE_REQUEST);
		}

	}

}
