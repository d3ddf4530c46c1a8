<section aria-labelledby="detectors">
<h2 id="detectors">Detectors</h2>
<div class="scroll" role="region" aria-labelledby="detectors" tabindex="0">
<table class="plain">
<thead><tr><th scope="col">Detector</th><th scope="col">Models</th><th scope="col">Mean AUC</th><#if page.seedNote?has_content><th scope="col">SD over seeds</th></#if><th scope="col">One-vs-rest</th><th scope="col" class="text">Worst pair</th></tr></thead>
<tbody>
<#list page.detectors as detector>
<tr><th scope="row">${detector.name}</th><td>${detector.models}</td><td>${detector.meanAuc}</td><#if page.seedNote?has_content><td>${detector.standardDeviation}</td></#if><td>${detector.oneVsRest}</td><td class="text">${detector.worst}</td></tr>
</#list>
</tbody>
</table>
</div>
</section>
