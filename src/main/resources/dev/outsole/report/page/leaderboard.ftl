<section class="leaderboard" aria-labelledby="leaderboard">
<h2 id="leaderboard">Leaderboard</h2>
<p class="hint">The best mean AUC over all pairs first; one-vs-rest is the AUC against all abnormal classes together.<#if page.timed> Fit is the mean time to learn one class, images/s how many test images are scored in a second: both in wall time with other models side by side, good for comparing these detectors with each other.</#if></p>
<div class="scroll" role="region" aria-labelledby="leaderboard" tabindex="0">
<table class="plain">
<thead><tr><th scope="col">Detector</th><th scope="col">Mean AUC</th><#if page.seedNote?has_content><th scope="col">SD over seeds</th></#if><th scope="col">One-vs-rest</th><th scope="col" class="text">Worst pair</th><#if page.timed><th scope="col">Fit</th><th scope="col">Images/s</th></#if><th scope="col">Models</th></tr></thead>
<tbody>
<#list page.detectors as detector>
<tr><th scope="row"><span class="swatch detector ${detector.colour}"></span>${detector.name}</th><td>${detector.meanAuc}</td><#if page.seedNote?has_content><td>${detector.standardDeviation}</td></#if><td>${detector.oneVsRest}</td><td class="text"><a href="${detector.worstLink}">${detector.worst}</a> ${detector.worstAuc}</td><#if page.timed><td>${detector.fit?has_content?then(detector.fit, "–")}</td><td>${detector.imagesPerSecond?has_content?then(detector.imagesPerSecond, "–")}</td></#if><td>${detector.models}</td></tr>
</#list>
</tbody>
</table>
</div>
</section>
