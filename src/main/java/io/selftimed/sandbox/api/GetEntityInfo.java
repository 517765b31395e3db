package io.selftimed.sandbox.api;

/**
 * What a v2 key belongs to.
 */
final class GetEntityInfo implements VersionTwo {

	@Override
	public String name() {
		return "entity-info";
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/v2/auth-info/entity-info.json";
	}

	@Override
	public ApiAnswer answer(ApiCall call) {
		if (SandboxKey.of(call).filter((key) -> key == SandboxKey.API_V2).isEmpty()) {
			throw CallError.keyAuthenticationFailed();
		}
		return ApiAnswer.of("entity", ApiAnswer.object().put("entity_type", "partner").put("entity_specific_id", 4000));
	}

}
